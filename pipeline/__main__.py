"""`python -m pipeline` is `accords`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
