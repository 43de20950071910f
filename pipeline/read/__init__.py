"""Read documents: find them, decode them without changing a character, and know what is said about them."""

from pipeline.read.documents import DEFAULT_MAX_MB, Found, document_id, find, read
from pipeline.read.metadata import Metadata, MetadataFiles, is_iso_date

__all__ = ["DEFAULT_MAX_MB", "Found", "Metadata", "MetadataFiles", "document_id", "find", "is_iso_date", "read"]
