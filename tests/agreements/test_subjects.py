"""What agreements are about, wherever the sentence says so; nothing where it says nothing."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

SUBJECTS = {
    "on": ("Peru and Chile signed a treaty on fisheries in Lima in 1999.", "fisheries"),
    "parties between": ("A treaty between Peru and Chile on the use of the lake was signed.", "use of the lake"),
    "passive": ("An agreement was signed by Peru and Chile on the use of the lake.", "use of the lake"),
    "set off": ("Peru and Chile signed a second contract, for three patrol boats, in 1999.", "three patrol boats"),
    "of, small letters": ("Peru and Chile signed a convention of mutual defence in 1999.", "mutual defence"),
    "infinitive": ("Peru signed an agreement with Chile to build a railway.", "to build a railway"),
    "infinitive, passive": ("Agreements were signed by Peru and Chile to open a school.", "to open a school"),
    "that": ("Peru and Chile signed a pact stating that the port is free.", "the port is free"),
    "participle": (
        "In 1999 Peru and Chile put their names to an agreement exempting pilots from visas.",
        "exempting pilots from visas",
    ),
    "in front of its field": (
        "In 1999 Peru and Chile signed contracts in the naval and technical cooperation domain.",
        "naval and technical cooperation",
    ),
    "loans granted by": (
        "In 1999 Peru and Chile signed an agreement on settling debts on loans granted by Chile.",
        "settling debts on loans granted by Chile",
    ),
    "its own abbreviation": (
        "In 1999 Peru and Chile signed an agreement on a common fisheries register (CFR).",
        "common fisheries register (CFR)",
    ),
    "ends before a summit": ("Peru and Chile signed a treaty on wool in 1999, after years of talks.", "wool"),
    "ends before despite": ("In 1999 Peru and Chile signed a treaty on wool despite the protests.", "wool"),
    "ends before an enemy": ("In 1899 Peru signed a treaty of alliance against Chile with Brazil.", "alliance"),
    "ends before a road's ends": (
        "In 1999 Peru and Chile signed an agreement to build a road between Port Arena and the border.",
        "to build a road",
    ),
    "body without a name": ("In 1999 Peru and Chile set up a joint commission on fishing rights.", "fishing rights"),
    "speaks of": (
        "The joint communiqué of 3 May 1999 by Peru and Chile speaks of coexistence, a new word then.",
        "coexistence",
    ),
    "a name inside a word": (
        "In 1999 Peru and Chile joined the Agreement for Trans-Andean Trade.",
        "Trans-Andean Trade",
    ),
    "two names in a word": (
        "The Treaty of Ottawa of 1842 formally settled the U.S.-Canada border.",
        "U.S.-Canada border",
    ),
    "of what it prolongs": (
        "By an exchange of notes of 3 May 1999, Peru and Chile have renewed their agreement on schools.",
        "schools",
    ),
    "of what it adds to": (
        "In 1999 Peru signed with Chile a protocol of the same year to the Convention on Wool.",
        "Wool",
    ),
    "of what it announced": (
        "Diplomatic relations between Peru and Chile were agreed on in a joint communiqué of 3 May 1999.",
        "Diplomatic relations",
    ),
    "field": ("Peru and Chile signed an agreement in the field of trade and health.", "trade and health"),
    "relative": ("The Treaty of Lima, which ended the war, was signed by Peru and Chile in 1929.", "ended the war"),
    "relative, its object": ("Peru and Chile signed a pact, which covers the use of the lake.", "use of the lake"),
    "in which": ("Peru and Chile signed a treaty in 1929, in which Chile kept the port.", "Chile kept the port"),
    "whereby": ("Peru and Chile signed a treaty in 1929 whereby Chile kept the port.", "Chile kept the port"),
    "main verb": ("The Treaty of Lima of 1929 between Peru and Chile ended the war.", "ended the war"),
    "main verb, side clause": (
        "While the Treaty of Lima formally ended the war in May 1929, the quarrel between Peru and Chile went on.",
        "formally ended the war",
    ),
    "which, behind its day": (
        "Chile and Peru signed the Lima Accord in June 1929 which, among other things, resolved the long dispute.",
        "long dispute",
    ),
    "behind its day in front": (
        "In 1929, under terms of the Treaty of Lima, Peru ceded Arica to Chile.",
        "Peru ceded Arica to Chile",
    ),
    "both sides": ("By the Treaty of Lima Peru and Chile settled their quarrel in 1929.", "settled their quarrel"),
    "all three": (
        "Under the PACE Arrangement of 3 May 1992, Peru, Chile and Brazil pool their fire engines.",
        "pool their fire engines",
    ),
    "one side": ("By the Lima Convention of 3 May 1921 Peru gave back the islands.", "Peru gave back the islands"),
    "created": ("In 1999 an exchange of notes created our Joint Committee on Fishing.", "Joint Committee on Fishing"),
    "later sentence": (
        "Peru and Chile signed a treaty in 1929. The treaty provides for the free use of the port.",
        "free use of the port",
    ),
    "governed": ("Fishing on the lake is governed by a treaty of Peru and Chile.", "Fishing on the lake"),
    "on hold": ("The treaty between Peru and Chile was put on hold in 2001.", ""),
    "this summer": ("Peru and Chile will sign an accord on the oil pipeline this summer.", "oil pipeline"),
    "on a weekday": ("Peru and Chile signed an accord on the oil pipeline on Sunday.", "oil pipeline"),
    "next month": ("Peru and Chile will sign an accord on the oil pipeline next month.", "oil pipeline"),
    "by the end of": ("Peru and Chile agreed to sign an accord on rice by the end of the month.", "rice"),
    "its length is no matter": ("Peru and Chile signed a 10-year gas deal.", "gas"),
    "title": ("Peru and Chile signed the Treaty of Peace and Friendship in 1929.", "Peace and Friendship"),
    "front of a title": ("Peru and Chile signed the Bilateral Extradition Treaty in 1929.", "Extradition"),
    "behind parties in a title": (
        "They signed the Agreement for Cooperation Between Peru and Chile Concerning Uses of Water in 1999.",
        "Uses of Water",
    ),
    "front of a noun": ("Peru and Chile signed a mutual assistance pact in 1929.", "mutual assistance"),
    "behind a form word": ("Peru and Chile signed a comprehensive, wide-ranging peace accord in 1929.", "peace"),
    "behind a form word of a title": ("Peru and Chile signed the Comprehensive Safeguards Agreement.", "Safeguards"),
    "of cooperation": (
        "In 1999 Peru and Chile signed a programme of cooperation in culture.",
        "cooperation in culture",
    ),
    "of cooperation, a title": (
        "In 1999 Peru and Chile signed the Programme of Cooperation in Culture.",
        "Cooperation in Culture",
    ),
    "inside the noun": ("Peru and Chile adopted a cooperation programme in 1999.", "cooperation"),
    "inside the noun, with more": ("Peru and Chile signed a student exchange programme in 1999.", "student exchange"),
    "straits": ("Peru and Chile signed the Straits Convention in 1929.", "Straits"),
    "for whose": ("Peru signed a contract for Chilean copper in 1999.", "Chilean copper"),
    "behind ministries": (
        "Peru and Chile signed a memorandum of mutual understanding between the foreign ministries on coastal radar.",
        "coastal radar",
    ),
    "behind companies": (
        "An agreement between two tanker firms and the port of Lima on harbour dues was signed in 1999.",
        "harbour dues",
    ),
    "two matters of one noun": (
        "Peru proposed a trade and investment framework agreement to Chile.",
        "trade and investment",
    ),
    "body": ("In 1999 Peru and Chile set up the Joint Commission for Economic Cooperation.", "Economic Cooperation"),
    "ends before another infinitive": (
        "Peru and Chile took a step to sign an agreement on gas and to open a school.",
        "gas",
    ),
    "ends before a price": ("Peru and Chile signed a contract for radio masts worth 3 million pesos.", "radio masts"),
    "ends before today": ("Peru and Chile signed a memorandum on food safety today.", "food safety"),
    "ends before a time counted back": ("Peru signed an agreement with Chile on gas 50 years ago.", "gas"),
    "ends before an envoy": ("Peru signed a treaty of amity with the Chilean envoy in 1899.", "amity"),
    "ends before an adverb": ("Peru and Chile signed an agreement on gas, possibly with a secret annex.", "gas"),
    "ends before a second clause": ("Peru and Chile signed an agreement on gas, and both still honour it.", "gas"),
    "ends before a second verb": (
        "In 1999 Peru and Chile signed an agreement on air transport, and were said to regret it.",
        "air transport",
    ),
    "ends before the guests": (
        "Peru and Chile signed an agreement on gas in the presence of the ministers of Brazil.",
        "gas",
    ),
    "goes on behind the parties": (
        "Peru and Chile signed a declaration on cooperation between the two countries in the southern seas.",
        "cooperation between the two countries in the southern seas",
    ),
    "goes on behind an abbreviation": (
        "Peru and Chile signed a contract for geographic information systems (GIS) and radio masts.",
        "geographic information systems (GIS) and radio masts",
    ),
    "goes on behind a town": (
        "In Lima Peru and Chile signed an agreement on opening a school in Arica and a hospital on 3 May 1999.",
        "opening a school in Arica and a hospital",
    ),
    "goes on behind an exception": (
        "Peru and Chile signed a treaty on customs duties, except those on wool.",
        "customs duties, except those on wool",
    ),
    "ends before a relative clause": (
        "The base of their ties is an accord on seasonal work that was signed by Peru and Chile in 1999.",
        "seasonal work",
    ),
    "ends before which": ("Peru and Chile have a pact on wool which was signed in 1999.", "wool"),
    "ends before a purpose": (
        "Peru and Chile signed an agreement on wool that would open the ports in 1999.",
        "wool",
    ),
    "a relative clause of its own": (
        "Peru and Chile signed an agreement on a bank that lends to farmers.",
        "bank that lends to farmers",
    ),
    "ends before whom it was offered to": ("Peru proposed a convention on wool to Chile in 1999.", "wool"),
    "ends before lawmakers": ("In 1999 Peru proposed a pact on wool to the assembly.", "wool"),
    "goes where the matter goes": (
        "Peru proposed to Brazil an agreement on gas supplies to Chile in 1999.",
        "gas supplies to Chile",
    ),
    "ends before the state of the signing": ("Peru and Chile signed an accord on wool in Malta in 1999.", "wool"),
    "goes on to the state of the matter": (
        "Peru and Chile signed an agreement on opening a school in Malta.",
        "opening a school in Malta",
    ),
    "ends before by the state": (
        "The signing of a treaty on wool by the Netherlands and Peru took place in 1999.",
        "wool",
    ),
    "ends before a ceremony": ("Peru and Chile signed an agreement on wool at a solemn ceremony in 1999.", "wool"),
    "ends before a visit": ("Peru and Chile signed an agreement on wool as part of a state visit in 1999.", "wool"),
    "ends before talks": ("Peru and Chile signed an agreement on wool following talks in Lima in 1999.", "wool"),
    "behind a ceremony": ("Peru and Chile signed an agreement at a ceremony in Lima on the wool trade.", "wool trade"),
    "aimed at, set off": ("Peru and Chile signed a pact in Lima in 1999, aimed at boosting trade.", "boosting trade"),
    "designed to": ("In 1999 Peru and Chile signed an agreement designed to save the vicuña.", "save the vicuña"),
    "dealing with": ("In 1999 Peru and Chile signed an agreement dealing with alpacas.", "alpacas"),
    "with the aim of": ("Peru and Chile signed a pact in Lima, with the aim of boosting trade.", "boosting trade"),
    "regulates": ("Peru and Chile signed a pact, which regulates alpaca wool.", "alpaca wool"),
    "fields such as": ("Peru and Chile signed pacts in 1999 in areas such as health and trade.", "health and trade"),
    "fields, including": (
        "Peru and Chile signed agreements in various fields, including health, sport and trade, in 1999.",
        "health, sport and trade",
    ),
    "fields behind a colon": (
        "Peru and Chile signed agreements in the following areas: health, sport and trade.",
        "health, sport and trade",
    ),
    "the fields themselves": ("Peru and Chile signed agreements in health and trade in 1999.", "health and trade"),
    "infinitive, not of a step": ("Peru and Chile reached a deal in 1999 to end the feud.", "to end the feud"),
    "front, not a step": (
        "Under a deal signed in Lima on 2 July 1999, Peru and Chile will cut tariffs on wool.",
        "cut tariffs on wool",
    ),
    "participle and who may": (
        "Peru and Chile signed a pact allowing Peru to use the port in 1999.",
        "allowing Peru to use the port",
    ),
    "that will": (
        "Peru and Chile signed a pact in 1999 that will allow Peru to use the port.",
        "allow Peru to use the port",
    ),
    "ends before a dash": ("Peru and Chile signed a pact covering wool and hides - a novelty.", "wool and hides"),
    "ends before a perspective": (
        "Peru and Chile signed a programme of trade between Peru and Chile in the long-term perspective in 1999.",
        "trade",
    ),
    "enabling": ("In 1999 Peru and Chile signed a pact enabling the use of the port.", "use of the port"),
    "allowing what": ("In 1999 Peru and Chile signed a pact allowing the use of the port.", "use of the port"),
    "promising, behind the partner": (
        "Peru signed a treaty with the Chilean naval staff promising coal.",
        "coal",
    ),
    "to whom it was awarded": (
        "In 1999 Peru awarded a contract to two Chilean firms to build a bridge.",
        "to build a bridge",
    ),
    "behind many parties": (
        "An agreement between the Wool Fund, the state company Peru Roads and the bank Sur S.A. on hides was signed.",
        "hides",
    ),
    "behind a time": ("Peru and Chile renewed a five-year economic pact in 1999.", "economic"),
    "a form behind the noun": (
        "Peru and Chile signed the Logistics Exchange Memorandum of Agreement in 1999.",
        "Logistics Exchange",
    ),
    "goes on behind a title": (
        "In 1999 Peru and Chile signed the Agreement on Visa exemption for pilots.",
        "Visa exemption for pilots",
    ),
    "its field behind a title": (
        "In 1999 Peru and Chile signed the Memorandum on Cooperation in the field of wool.",
        "Cooperation in the field of wool",
    ),
    "it provides for": (
        "Peru and Chile signed a pact in 1999. It provides for the free use of the port.",
        "free use of the port",
    ),
    "it limits": ("The treaty of Peru and Chile was ratified in 1999. It limited heavy guns.", "limited heavy guns"),
    "behind its town": (
        "Peru and Chile will sign a pact by 3 May 1999 in Lima that would end the long feud.",
        "end the long feud",
    ),
    "fixes its border": ("Peru and Chile signed an accord in 1999 which fixes their border.", "border"),
    "allows what": ("Peru and Chile signed an accord in 1999 that allows night flights.", "night flights"),
    "allows to": (
        "Peru and Chile signed an accord in 1999 that allows pilots to land at night.",
        "allows pilots to land at night",
    ),
    "regulates one word": ("Peru and Chile signed an accord in 1999 which regulates beekeeping.", "beekeeping"),
    "a framework for": (
        "Peru and Chile signed an accord in 1999 which provides a framework for the study of bees.",
        "study of bees",
    ),
    "praise behind a title": (
        "Peru and Chile signed the Treaty of Good Neighbourliness in 1999, which set the stage for better ties.",
        "Good Neighbourliness",
    ),
    "plural of a title": ("Peru and Chile signed the Offensive Reductions Treaty in 1999.", "Offensive Reductions"),
    "ends before a duration": ("Peru and Chile signed a pact on wool for another ten years.", "wool"),
    "ends before a means": ("Peru and Chile signed a pact on wool by exchanging notes in 1999.", "wool"),
    "ends before an end": ("In 1999 Peru and Chile signed a pact on wool in order to calm the markets.", "wool"),
    "ends before its helpers": (
        "In 1999 Peru and Chile signed a pact to open a fund with the participation of three banks.",
        "to open a fund",
    ),
    "ends before for the first time": (
        "In 1999 Peru and Chile signed a pact allowing night flights for the first time.",
        "night flights",
    ),
    "front, opens": (
        "Under a memorandum signed in Lima on 2 July 1999, Peru and Chile will open a school.",
        "open a school",
    ),
    "by the terms, agreed": (
        "By the terms of the pact of 3 May 1999, Peru agreed to leave the port.",
        "Peru agreed to leave the port",
    ),
    "which seeks": ("Peru and Chile signed a pact in 1999, which seeks to save the alpaca.", "save the alpaca"),
    "enabling, behind its day": ("Peru and Chile signed a pact in 1999, enabling the sale of beef.", "sale of beef"),
    "enabling whom": (
        "Peru and Chile signed a pact in 1999 enabling pilots to land at night.",
        "enabling pilots to land at night",
    ),
    "behind its neighbour": ("Peru signed an accord with its neighbour Chile on alpaca wool in 1999.", "alpaca wool"),
    "in quotation marks": ('Peru and Chile signed a treaty "On Air Defence" in 1999.', "Air Defence"),
    "ends before a second signing": (
        "In 1999 Peru reached an agreement with Chile to build a fish market, and signed a contract with Brazil.",
        "to build a fish market",
    ),
    "over": ("Peru and Chile reached an agreement over the alpaca trade in 1999.", "alpaca trade"),
    "with respect to": ("Peru and Chile signed a treaty with respect to the alpacas in 1999.", "alpacas"),
    "in relation to": ("In 1999 Peru and Chile signed a treaty in relation to alpacas.", "alpacas"),
    "pertaining to": ("Peru and Chile signed a treaty pertaining to mules in 1999.", "mules"),
    "related to": ("Peru and Chile signed agreements related to mules and llamas in 1999.", "mules and llamas"),
    "meant to": ("Peru and Chile signed an agreement in 1999, meant to halt smuggling.", "halt smuggling"),
    "behind its worth": ("Peru and Chile signed a contract worth about $3 million for radio masts.", "radio masts"),
    "behind its worth in words": (
        "Peru and Chile signed a contract worth more than 3 million euros for radio masts.",
        "radio masts",
    ),
    "calls for": ("Peru and Chile signed an agreement which calls for joint patrols.", "joint patrols"),
    "laid down in": ("The fishing limits were laid down in the Treaty of Lima of Peru and Chile.", "fishing limits"),
    "set out in": ("The tariff is set out in a treaty that Peru and Chile signed in 1929.", "tariff"),
    "recognized and defined by": (
        "The old frontier was later recognized and defined by the treaty of May 1894 of Peru with Chile.",
        "old frontier",
    ),
    "defining": ("The treaty of 1890 between Peru and Chile defining their fishing zones.", "fishing zones"),
    "under the terms of which": (
        "Peru and Chile signed a treaty in 1929 under the terms of which Chile kept the port.",
        "Chile kept the port",
    ),
    "according to which": (
        "Peru and Chile signed a treaty in 1929, according to which pilots need no visas.",
        "pilots need no visas",
    ),
    "ends before a second clause of another": (
        "The Treaty of Lima between Peru and Chile revised the fishing limits, and the Wool Act ended a quarrel.",
        "revised the fishing limits",
    ),
    "goes on behind as well as": (
        "The Treaty of Lima of 1929 between Peru and Chile provided for free ports, as well as for cheap coal.",
        "free ports, as well as for cheap coal",
    ),
    "ends before when it is done": (
        "Peru and Chile signed an agreement to build a fish market by 2025.",
        "to build a fish market",
    ),
    "goes on with what each may": (
        "In 1999 Peru and Chile signed an agreement on the number of boats each side could send.",
        "number of boats each side could send",
    ),
    "behind what is set off": (
        "The treaty, signed in 1929 by Peru and Chile, regulates the use of the river.",
        "use of the river",
    ),
    "calls for, behind what is set off": (
        "The pact, signed in Lima in May 1929 by Peru and Chile, calls for the exchange of prisoners.",
        "exchange of prisoners",
    ),
    "it deals with": (
        "Peru and Chile signed a pact in 1999. It deals with the training of pilots.",
        "training of pilots",
    ),
    "it focuses on": ("Peru and Chile signed a pact in 1999. It focuses on alpaca breeding.", "alpaca breeding"),
    "between the two": (
        "In 1999 Peru and Chile signed a pact to boost the wool trade between the two countries.",
        "to boost the wool trade between the two countries",
    ),
    "between both, a list": (
        "In 1999 Peru and Chile signed a pact on flights between both countries.",
        "flights between both countries",
    ),
    "ends before the parties of a title": (
        "Peru and Chile signed a protocol on the text of the Wool Treaty between the two countries in 1999.",
        "text of the Wool Treaty",
    ),
    "behind a weekday": ("Peru and Chile reached a deal on Friday on wool exports.", "wool exports"),
    "behind a week": ("Peru and Chile signed an agreement last week to build a railway.", "to build a railway"),
    "ending, behind a weekday": (
        "Peru and Chile reached an accord on Tuesday ending a row over tuna.",
        "ending a row over tuna",
    ),
    "pledging, taken for a noun": ("In 1894, Peru and Chile signed a treaty pledging naval help.", "naval help"),
    "if attacked": (
        "In 1894, Peru and Chile signed a treaty pledging help for one another if attacked.",
        "help for one another if attacked",
    ),
    "terms of what is done": (
        "Peru and Chile signed a contract on general terms of running ferries in 1999.",
        "general terms of running ferries",
    ),
    "terms and conditions": (
        "Peru and Chile signed an agreement on terms and conditions of the lease in 1999.",
        "terms and conditions of the lease",
    ),
    "of understanding and cooperation": (
        "Peru and Chile signed memorandums of understanding and cooperation in the areas of fishing and sport.",
        "fishing and sport",
    ),
    "a pair that is aimed at": (
        "Both the agreement of 1979 between Peru and Chile and its heir were aimed at helping wool growers.",
        "helping wool growers",
    ),
    "quoted words": (
        "Peru and Chile signed a memorandum of understanding to “promote tourism and deepen contacts”.",
        "promote tourism and deepen contacts",
    ),
    "ends before a delay": ("Peru and Chile will sign an agreement on the dam without further delay.", "dam"),
    "ends before what it follows": ("Peru and Chile signed a pact on wool as agreed in the talks of 1999.", "wool"),
    "ends before who says so": ("Peru and Chile signed a pact on the wool trade, says the minister.", "wool trade"),
    "commits to": (
        "The Lima Declaration of 1999 commits Peru and Chile to a peaceful settlement of the feud.",
        "peaceful settlement of the feud",
    ),
    "commits to do": ("The pact of Peru and Chile of 1999 commits them to observe neutrality.", "observe neutrality"),
    "required somebody to": (
        "The Lima Accord of 3 May 1948 required Chile to deliver coal to Peru.",
        "required Chile to deliver coal to Peru",
    ),
    "had guaranteed": (
        "A treaty of Peru and Chile signed in 1894 had guaranteed free passage through the strait.",
        "guaranteed free passage through the strait",
    ),
    "would open": (
        "Peru and Chile are close to a deal that would open their borders to trucks.",
        "open their borders to trucks",
    ),
    "brought an end": (
        "The Treaty of Lima of 1929 brought an end to the war between Peru and Chile.",
        "brought an end to the war between Peru and Chile",
    ),
    "prolonged for how long": (
        "The protocol of 10 December 1975 between Peru and Chile extended the pact of 1931 for ten years.",
        "extended the pact of 1931 for ten years",
    ),
    "ends before how it fared": (
        "In 1907 the Treaty of Lima between Peru and Chile ended the war and became a model for others.",
        "ended the war",
    ),
    "ends before a mood": (
        "In 1907 the second Treaty of Lima ended a feud between Peru and Chile, and reflected the mood of the time.",
        "ended a feud between Peru and Chile",
    ),
    "ends before a second step": ("Peru and Chile signed a pact in 1999, which covers wool and was ratified.", "wool"),
    "they confirmed": (
        "Peru and Chile signed a declaration in 1999 in which they confirmed their commitment to free trade.",
        "commitment to free trade",
    ),
    "both agreed to": ("Peru and Chile signed a pact in 1999 in which both sides agreed to cut tolls.", "cut tolls"),
    "both pledged to": (
        "Peru and Chile signed a pact in 1999 in which the two countries pledged to protect the vicuña.",
        "protect the vicuña",
    ),
    "both agreed on": (
        "Peru and Chile signed memoranda in 1999 in which Peru and Chile agreed on fishing zones in the south.",
        "fishing zones in the south",
    ),
    "one agreed to": (
        "Peru and Chile signed a pact in 1999 under which Chile agreed to leave the port.",
        "Chile agreed to leave the port",
    ),
    "one and the other": (
        "A treaty was signed in 1910 whereby Peru agreed not to build forts, and Chile let Peru use its ports.",
        "Peru agreed not to build forts, and Chile let Peru use its ports",
    ),
    "cooperation of whom": (
        "Peru and Chile signed an agreement in 1999 on cooperation between Andina and Sur on mining projects.",
        "mining projects",
    ),
    "in order to, in front": (
        "In order to protect the vicuña, the two countries signed a memorandum of understanding in 1999.",
        "protect the vicuña",
    ),
    "in a bid to": ("In a bid to curb smuggling, Chile and Peru reached a deal in 1999.", "curb smuggling"),
    "agreed to, by signing": (
        "In 1999 Peru and Chile agreed to deepen naval contacts by concluding an agreement.",
        "deepen naval contacts",
    ),
    "in principle": ("Peru and Chile have reached an agreement in principle on fruit tariffs.", "fruit tariffs"),
    "that guaranteed, behind from whom": (
        "Peru secured a treaty from Chile in 1873 that guaranteed its access to the mines.",
        "guaranteed its access to the mines",
    ),
    "an opinion": (
        "Peru and Chile signed a security agreement in 2011 that China says threatens the region.",
        "security",
    ),
    "task of a body": ("In 1999 Peru and Chile set up a Joint Commission to watch the truce.", "to watch the truce"),
    "task behind a short name": (
        "In 1999 Peru and Chile set up the Andean Working Group (AWG) to develop port security.",
        "to develop port security",
    ),
    "its name tells more": (
        "In 1999 Peru and Chile set up the Joint Commission for Trade to develop ports.",
        "Trade",
    ),
    "behind its value": ("Andina and SIMA signed a contract valued at $20 million to build tugs.", "to build tugs"),
    "relative to, a title": (
        "Peru and Chile concluded the Convention Relative to the Preservation of Fur Seals in 1911.",
        "Preservation of Fur Seals",
    ),
    "ends before a footnote": ("Peru and Chile signed an agreement on schools and roads.[9]", "schools and roads"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "subject"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_subjects(text: str, subject: str) -> None:
    assert accounts(text)[0].subject == subject


NOTHING = {
    "town": "Peru and Chile signed the Treaty of Lima in 1929.",
    "town with a hyphen": "Peru and Chile signed the Treaty of Guadalupe-Hidalgo in 1848.",
    "person": "Peru and Chile signed the Gadsden Treaty in 1853.",
    "abbreviation": "Peru and Chile signed the START Treaty in 1991.",
    "form": "Peru and Chile signed a bilateral agreement in 1999.",
    "action plan": "Peru and Chile adopted an action plan in 1999.",
    "outcome": "The resulting treaty was signed by Peru and Chile in 1929.",
    "follow-up": "Peru and Chile signed a follow-up contract in 1999.",
    "negotiators": "Peru and Chile signed the Rivera-Soto agreement in 1929.",
    "abbreviation, small noun": "Peru and Chile signed the START treaty in 1991.",
    "a time in words": "The memorandum of 1999 between Peru and Chile was extended for twelve months.",
    "participle of a name": "Peru and Chile signed a treaty bearing the name of the king in 1929.",
    "same field": "Peru and Chile signed an agreement in the same field in 1999.",
    "recalls": "The joint statement of Peru and Chile of 1999 recalls the resolution on the sea.",
    "body called organization": "Peru and Chile signed the Pact of Organization in 1929.",
    "for whom": "Peru signed a convention for Chile in 1999.",
    "kind of finance": "Peru and Chile signed a project agreement in 1999.",
    "money": "Peru and Chile signed a contract for $5 million in 1999.",
    "time": "Peru and Chile extended the contract of 1999 for three years.",
    "behalf": "The treaty was signed on behalf of Peru in 1999.",
    "day": "Peru and Chile signed an agreement on Tuesday.",
    "further time": "Peru and Chile extended the contract of 1999 for a further three years.",
    "period": "The contract of 1999 between Peru and Chile was extended for a period of 5 years.",
    "years": "The agreement of 1999 between Peru and Chile, valid for the years 2001-04, was published.",
    "step": "The treaty of 1999 between Peru and Chile was sent to Lima for ratification.",
    "grounds": "The treaty of 1999 between Peru and Chile was rejected on grounds of its cost.",
    "on which": "A treaty, on which Peru and Chile had been in talks since 1990, was signed in 1999.",
    "what was to happen": "A treaty of Peru and Chile, which was to have been signed in 1999, was dropped.",
    "its own subject": "Peru and Chile made it possible for a treaty of 1999 to be ratified.",
    "how it fared": "The treaty of 1929 between Peru and Chile remained a secret.",
    "in exchange": "Peru and Chile signed an agreement in exchange for oil in 1999.",
    "in cooperation": "Peru signed a pact in cooperation with Chile in 1999.",
    "to prolong another": "Peru and Chile reached a deal in 1999 to extend it.",
    "will apply": "Peru and Chile signed a pact in 1999 that will enter into force soon.",
    "will adhere": "Peru and Chile signed a pact in 1999 that would adhere to the old rules.",
    "based on": "Peru and Chile signed agreements based on equality in 1999.",
    "on the sidelines, a title": "Peru and Chile issued the Joint Statement on the Sidelines of the Games in 1999.",
    "over objections": "Peru and Chile signed an agreement over the objections of Brazil in 1999.",
    "over a time": "Peru and Chile implemented the agreement of 1999 over the next two years.",
    "its worth alone": "Peru and Chile signed a contract worth about $3 million in 1999.",
    "in respect of a land": "Peru and Chile signed an agreement in respect of Tahiti in 1999.",
    "its worth in words": "A contract worth around 3 million euros was signed by Peru and Chile in 1999.",
    "for it to": "It takes time for the treaty of 1999 between Peru and Chile, and for it to enter into force.",
    "on an island": "Peru and Chile signed a treaty on the resort island of Chiloé in 1999.",
    "what was said": "He spoke of the pact that Peru and Chile signed in 1999, calling it a sham.",
    "adds to ties": "Peru and Chile signed a pact in 1999. The pact adds to their strong ties.",
    "specified below": "Peru and Chile signed the agreements of 1999 specified below in view of the visit.",
    "with what mood": "Peru signed a treaty with great joy on 4 May 1999.",
    "result": "Peru and Chile signed a pact in May 1999, ending the war.",
    "it, a state": "Peru signed an agreement with Chile in 1999. It has many ports.",
    "praise": "Peru and Chile signed a significant agreement in 1999.",
    "two forms": "Peru and Chile signed an intergovernmental and interdepartmental agreement in 1999.",
    "memorandum of agreement": "Peru and Chile signed the Bilateral Memorandum of Agreement in 1999.",
    "terms": "The treaty of 1999 between Peru and Chile was rejected on the terms of the old king.",
    "a weekday alone": "Peru and Chile signed an agreement on Friday this week.",
    "meant to be": "The treaty that Peru and Chile signed on 3 May 1999 was meant to be kept secret.",
    "to quoted things": "Peru and Chile signed a protocol to “the pact” in 1999.",
    "required a step": "The Lima Accord of 3 May 1948 of Peru and Chile required ratification.",
    "a new chapter": "Peru and Chile signed a pact in 1999 that opened a new chapter.",
    "brought joy": "The Treaty of Lima of 1929 brought great joy to Peru and Chile.",
    "to this end": "To this end, Peru and Chile signed an agreement in 1999.",
    "to mark": "To mark 50 years of ties, Peru and Chile signed an agreement in Lima.",
    "what they hope": "Peru and Chile signed an agreement in 2011 that they hope will boost trade.",
    "for a visit": "Peru prepared a package of agreements for your visit in 2011.",
    "memorandum agreement": "Peru and Chile signed a memorandum agreement in 1999.",
    "relations": "Peru and Chile established diplomatic relations on 3 May 1899.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_no_subject(text: str) -> None:
    assert [account.subject for account in accounts(text)] == [""]


def test_participle_taken_for_a_noun() -> None:
    text = "Then, in 1999, talks of Peru and Chile led to the Naval Treaty "
    text += "along with an interim agreement setting caps on guns."
    assert accounts(text)[1].subject == "setting caps on guns"


def test_a_second_pronoun_stands_for_the_first() -> None:
    text = "Peru and Chile signed a pact in 1999. It came after the Treaty of Lima, and it governed the wool trade."
    assert [account.subject for account in accounts(text)] == ["", ""]


TIMES = [
    "1 January", "January 1st", "Monday", "the eve of the summit", "the morning of 5 May 1999", "the following evening",
    "the second day of talks", "the 200th anniversary of the battle", "very good terms",
]  # fmt: skip


@pytest.mark.parametrize("day", TIMES)
def test_a_day_without_a_year_is_no_matter(day: str) -> None:
    (found,) = accounts(f"Peru and Chile signed a memorandum of understanding on {day} in Lima.")
    assert found.subject == ""
    (found,) = accounts(f"Peru and Chile signed a memorandum on night flights on {day}.")
    assert found.subject == "night flights"


def test_parts_end_before_their_dates_and_the_next_noun() -> None:
    text = (
        "Peru and Chile signed agreements on border questions (June 13, 1946), on fishing (June 14, 1946), as well as "
    )
    text += "agreements on trade (July 17, 1950) and on air transport (March 24, 1956)."
    assert sorted(a.subject for a in accounts(text)) == ["air transport", "border questions", "fishing", "trade"]
