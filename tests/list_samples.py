"""Made-up list files, one for each publisher's format; nobody real is on them."""

import io
import json
import zipfile
from typing import Any
from xml.sax.saxutils import escape

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
<DATAID>71</DATAID><FIRST_NAME>Torvaneth</FIRST_NAME><SECOND_NAME>Quillory</SECOND_NAME>
<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><LISTED_ON>2003-01-02-04:00</LISTED_ON>
<NATIONALITY><VALUE>Kenya</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Heron; Old Heron</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1961</FROM_YEAR><TO_YEAR>1963</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Reefton</CITY><COUNTRY>Kenya</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A-1234567</NUMBER>
<ISSUING_COUNTRY>Kenya</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY>
<DATAID>72</DATAID><FIRST_NAME>Brigade of the Reef</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>"""

OFAC = """<?xml version="1.0"?><sdnList xmlns="urn:x"><publshInformation>
<Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>9</uid>
<firstName>Torvaneth</firstName><lastName>QUILLORY</lastName><sdnType>Individual</sdnType>
<remarks>(Linked To: BRIGADE OF THE REEF); (Linked To: HERON BANK (KENYA)).</remarks>
<programList><program>SDGT</program><program>FTO</program></programList>
<idList><id><idType>Gender</idType><idNumber>Male</idNumber></id>
<id><idType>Passport</idType><idNumber>P77</idNumber><idCountry>Kenya</idCountry></id></idList>
<akaList><aka><category>weak</category><lastName>HERON</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>05 Mar 1962</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>circa 10 Dec 1964</dateOfBirth></dateOfBirthItem>
<dateOfBirthItem><dateOfBirth>Sep 1963</dateOfBirth></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><placeOfBirth>Reefton</placeOfBirth></placeOfBirthItem>
</placeOfBirthList></sdnEntry></sdnList>"""

EU_ENTITY = """<sanctionEntity unitedNationId="{un}" logicalId="{id}" designationDate="2020-01-02">
<regulation programme="{programme}" numberTitle="1/2020"/><subjectType classificationCode="P"/>
<nameAlias wholeName="{name}" strong="true"/>
<birthdate calendarType="GREGORIAN" birthdate="1961-05-04" city="Reefton" countryDescription="KENYA"/>
</sanctionEntity>"""

OFFICE = (
    "entry_id,name,schema,aliases,birth_date,countries,programme,regimes\n"
    "X-1,Torvaneth Quillory,Person,Heron|Old Heron,1961,QNB,National list,HOST_LIST\n"
)

CANADA = """<?xml version="1.0" encoding="UTF-8"?><data-set>
<record><Country>Sudan / Soudan</Country><LastName>Quillory</LastName><GivenName>Torvaneth</GivenName>
<Aliases>Torvanet Quilory; The Heron, Russian: Торванет Квилори; Kaval</Aliases>
<DateOfBirthOrShipBuildDate>1961 or 1962-03-04</DateOfBirthOrShipBuildDate>
<Schedule>1, Part 1</Schedule><Item>4</Item><DateOfListing>2023-09-20</DateOfListing></record>
<record><Country>Sudan / Soudan</Country>
<EntityOrShip>Reef Signal Works (also known as Reefsig)</EntityOrShip>
<Aliases>Signal Works Reef, JSC</Aliases><Schedule>1, Part 2</Schedule><Item>1</Item>
<DateOfListing>2023-09-21</DateOfListing></record>
<record><Country>Russia / Russie</Country><EntityOrShip>Star of Heron</EntityOrShip>
<ShipIMONumber>9000001</ShipIMONumber><DateOfBirthOrShipBuildDate>2006</DateOfBirthOrShipBuildDate>
<Item>7</Item><DateOfListing>2025-02-21</DateOfListing></record></data-set>"""

FLAT = (
    "Name,Alias,Nationality,Designation,Sanction Type,Source\n"
    'Torvaneth Quillory,"Old Heron, Kaval, Bearer (of reefs",a) Kenyan b) Chad,Unknown,1988 (Taliban),AU\n'
    "Brigade of the Reef,None,None,Unknown,Autonomous (Iran),AU\n"
)

PLAIN = "# Made up\nTorvaneth Front (Front of Herons) (TFH)\n\nBrigade of the Reef\n"

UK = """<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>01/02/2026</DateGenerated>
<Designation><DateDesignated>29/06/2012</DateDesignated><UniqueID>REE0001</UniqueID>
<UNReferenceNumber>REi.001</UNReferenceNumber>
<Names><Name><Name1>The</Name1><Name6>HERON</Name6><NameType>Alias</NameType>
<AliasStrength>Low quality</AliasStrength></Name>
<Name><Name1>Torvaneth</Name1><Name6>QUILLORY</Name6><NameType>Primary Name</NameType></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Торванет Квилори</NameNonLatinScript></NonLatinName>
</NonLatinNames><RegimeName>The Reef (Sanctions) Regulations 2012</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip>
<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>true</TravelBan>
<ArmsEmbargo>false</ArmsEmbargo></SanctionsImposedIndicators>
<Addresses><Address><AddressCountry>Chad</AddressCountry></Address></Addresses>
<IndividualDetails><Individual><DOBs><DOB>00/00/1961</DOB><DOB>dd/mm/1962</DOB><DOB>04/05/1963</DOB></DOBs>
<Nationalities><Nationality>Kenya</Nationality></Nationalities>
<BirthDetails><Location><TownOfBirth>Reefton</TownOfBirth><CountryOfBirth>Kenya</CountryOfBirth></Location>
</BirthDetails><PassportDetails><Passport><PassportNumber>P77</PassportNumber></Passport></PassportDetails>
</Individual></IndividualDetails></Designation>
<Designation><UniqueID>REE0002</UniqueID><Names><Name><Name6>Heron Bank</Name6>
<NameType>Primary Name</NameType></Name></Names><RegimeName>Reef</RegimeName>
<IndividualEntityShip>Entity</IndividualEntityShip><EntityDetails><Entity><ParentCompanies>
<ParentCompany>Brigade of the Reef</ParentCompany></ParentCompanies></Entity></EntityDetails>
</Designation></Designations>"""

ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="urn:x"><ReferenceValueSets>
<CountryValues><Country ID="11">Kenya</Country></CountryValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType>
<FeatureType ID="9">Place of Birth</FeatureType>
<FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="13">SWIFT/BIC</FeatureType>
</FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType>
<NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1525">Entity Name</NamePartType>
</NamePartTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
</PartyTypeValues><PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<RelationTypeValues><RelationType ID="15003">Leader or official of</RelationType></RelationTypeValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType>
<SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues></ReferenceValueSets>
<Locations><Location ID="25"><LocationCountry CountryID="11"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="71" IssuedBy-CountryID="11">
<IDRegistrationNo>P77</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="9"><Profile ID="9" PartySubTypeID="4"><Identity ID="71">
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="1"><DocumentedNamePart>
<NamePartValue NamePartGroupID="1">HERON</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="2">
<DocumentedNamePart><NamePartValue NamePartGroupID="1">QUILLORY</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="2">Torvaneth</NamePartValue></DocumentedNamePart>
</DocumentedName></Alias><NamePartGroups>
<MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup>
<MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup>
</NamePartGroups></Identity>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod>
<Start><From><Year>1962</Year><Month>3</Month><Day>5</Day></From></Start>
<End><To><Year>1962</Year><Month>3</Month><Day>5</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="8"><FeatureVersion><DatePeriod>
<Start Approximate="true"><From><Year>1964</Year><Month>1</Month><Day>1</Day></From></Start>
<End><To><Year>1965</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature FeatureTypeID="9"><FeatureVersion><VersionDetail>Reefton</VersionDetail></FeatureVersion></Feature>
<Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="25"/></FeatureVersion></Feature>
</Profile></DistinctParty>
<DistinctParty FixedRef="12"><Profile ID="12" PartySubTypeID="3"><Identity ID="72">
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="3"><DocumentedNamePart>
<NamePartValue NamePartGroupID="3">HERON BANK</NamePartValue></DocumentedNamePart></DocumentedName>
</Alias><NamePartGroups><MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="1525"/>
</MasterNamePartGroup></NamePartGroups></Identity><Feature FeatureTypeID="13"><FeatureVersion>
<VersionDetail>HERNKENA</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty>
</DistinctParties><ProfileRelationships>
<ProfileRelationship ID="1" From-ProfileID="9" To-ProfileID="12" RelationTypeID="15003"/>
</ProfileRelationships><SanctionsEntries><SanctionsEntry ID="1" ProfileID="9">
<EntryEvent><Date><Year>2001</Year><Month>12</Month><Day>4</Day></Date></EntryEvent>
<SanctionsMeasure SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure>
<SanctionsMeasure SanctionsTypeID="1705"/></SanctionsEntry></SanctionsEntries></Sanctions>"""

CSL_COLUMNS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,"
    "start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,"
    "gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,"
    "alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
)


def csl(*rows: dict[str, str]) -> str:
    """Return a consolidated screening list with these cells, the others empty."""
    heads = CSL_COLUMNS.split(",")
    lines = [",".join(f'"{row.get(head, "")}"' for head in heads) for row in rows]
    return "\n".join([CSL_COLUMNS, *lines]) + "\n"


CSL = csl(
    {
        "_id": "a1",
        "source": "Specially Designated Nationals (SDN) - Treasury Department",
        "type": "Individual",
        "programs": "SDGT; IFSR",
        "name": "QUILLORY, Torvaneth",
        "addresses": "1 Reef Road, Reefton, KE; Heron Street, TD",
        "start_date": "2001-12-04",
        "remarks": "(Linked To: HERON BANK)",
        "alt_names": "OLD HERON; HERON, Tall",
        "dates_of_birth": "1962-03-05; circa 1964",
        "nationalities": "KE",
        "places_of_birth": "Reefton",
        "ids": "Passport, P77, KE; Gender, Male",
    },
    {
        "_id": "a2",
        "source": "Entity List (EL) - Bureau of Industry and Security",
        "programs": "SDGT",
        "name": "Reef Signal Works",
    },
)

FTM: list[dict[str, Any]] = [
    {
        "id": "Q1",
        "caption": "Torvaneth Quillory",
        "schema": "Person",
        "target": True,
        "properties": {
            "name": ["Quillory Torvaneth", "Torvaneth Quillory"],
            "weakAlias": ["Heron"],
            "birthDate": ["1962-03-05"],
            "birthPlace": ["Reefton"],
            "nationality": ["ke", "suhh"],
            "passportNumber": ["P77"],
            "topics": ["sanction"],
        },
    },
    {"id": "o-1", "schema": "Ownership", "properties": {"owner": ["Q1"], "asset": ["Q2"]}},
    {
        "id": "s-1",
        "schema": "Sanction",
        "properties": {
            "entity": ["Q1"],
            "programId": ["UN-SCISIL"],
            "listingDate": ["2003-01-02"],
            "provisions": ["Asset freeze"],
            "unscId": ["REi.001"],
        },
    },
    {
        "id": "Q2",
        "caption": "Heron Bank",
        "schema": "Company",
        "target": False,
        "properties": {"name": ["Heron Bank"]},
    },
]

DFAT_COLUMNS = [
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength",
    "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
    "Listing Information", "IMO Number", "Committees", "Control Date",
    "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban", "Arms Embargo",
    "Maritime Restriction",
]  # fmt: skip
DFAT = [
    ["101a", "The Heron", "Individual", "Alias", "Weak"],
    [
        "101", "Torvaneth Quillory", "Individual", "Primary Name", "", "between 1961 and 1963",
        "Reefton, Kenya", "a) Kenyan b) Chad", "", "", "", "", "1988 (Taliban)", "40000", "SI 1 of 2009",
        "1", "TRUE", "FALSE", "",
    ],
    ["102", "Star of Heron", "Vessel", "Primary Name", "", "", "", "", "", "", "", "9000001",
     "Autonomous (Russia)"],
]  # fmt: skip


def jsonl(*entities: object) -> str:
    """Return objects as JSON lines."""
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


def xlsx(rows: list[list[str]], **parts: str) -> bytes:
    """Return a workbook of one sheet, every cell by a shared text; `parts` add or replace."""
    texts = sorted({cell for row in rows for cell in row})
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    body = "".join(
        "<row>"
        + "".join(
            f'<c r="{_letters(column)}{number}" t="s"><v>{texts.index(cell)}</v></c>'
            for column, cell in enumerate(row)
            if cell
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    files = {
        "xl/workbook.xml": "<workbook/>",
        "xl/sharedStrings.xml": f"<sst>{shared}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{body}</sheetData></worksheet>",
        **{name.replace("__", "/") + ".xml": text for name, text in parts.items()},
    }
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as workbook:
        for name, text in files.items():
            workbook.writestr(name, text)
    return stored.getvalue()


def _letters(column: int) -> str:
    return chr(ord("A") + column)


def eu(*entities: str) -> str:
    """Return a European list of these entities."""
    return '<export xmlns="urn:x">' + "".join(entities) + "</export>"


def entity(
    id: str = "5", name: str = "Torvaneth Quillory", programme: str = "TERR", un: str = ""
) -> str:
    """Return one entity of a European list."""
    return EU_ENTITY.format(id=id, name=name, programme=programme, un=un)


GOOD: dict[str, str] = {
    "ca_sema_xml": CANADA,
    "eu_fsf_xml": eu(entity()),
    "flat_csv": FLAT,
    "ftm_jsonl": jsonl(*FTM),
    "ofac_advanced_xml": ADVANCED,
    "ofac_sdn_xml": OFAC,
    "office_csv": OFFICE,
    "plain_names": PLAIN,
    "uk_sanctions_xml": UK,
    "un_sc_xml": UN,
    "us_csl_csv": CSL,
}
# Well made, but nobody is on it.
BARE: dict[str, str] = {
    "ca_sema_xml": "<data-set/>",
    "eu_fsf_xml": "<export/>",
    "flat_csv": FLAT.splitlines()[0] + "\n",
    "ftm_jsonl": jsonl(FTM[3]),
    "ofac_advanced_xml": "<Sanctions/>",
    "ofac_sdn_xml": "<sdnList/>",
    "office_csv": OFFICE.splitlines()[0] + "\n",
    "plain_names": "# nobody\n",
    "uk_sanctions_xml": "<Designations/>",
    "un_sc_xml": "<CONSOLIDATED_LIST/>",
    "us_csl_csv": csl(),
}


def bare(format: str) -> bytes:
    """Return a file of this format that names nobody."""
    return xlsx([DFAT_COLUMNS]) if format == "au_dfat_xlsx" else BARE[format].encode()


def sample(format: str, name: str = "Torvaneth") -> bytes:
    """Return a good file of this format, its first person's name replaced."""
    if format == "au_dfat_xlsx":
        rows = [DFAT_COLUMNS, *DFAT]
        return xlsx([[cell.replace("Torvaneth", name) for cell in row] for row in rows])
    return GOOD[format].replace("Torvaneth", name).encode()
