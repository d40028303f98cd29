"""The catalogue in DCAT-AP 3: the dataset, its dumps, the query service, publisher, licence, time and place."""

from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from govkg.core.model import Term
from govkg.core.names import BASE, XSD
from govkg.publish.about_data import header_of, period_of
from govkg.publish.addresses import CATALOG, DATASET, SPARQL, VOID
from govkg.publish.dumps import Dump, Dumps
from govkg.publish.triples import VOCABULARIES, about, named, texts
from govkg.publish.void import dataset_of
from govkg.query.engine import Engine

Words = Callable[[str], Mapping[str, str]]  # a text of the pages in every language, by its key
LANGUAGES = {"fi": named("eu:language/FIN"), "sv": named("eu:language/SWE"), "en": named("eu:language/ENG")}
FINLAND = named("eu:country/FIN")
GOVERNMENT = named("eu:data-theme/GOVE")
IRREGULAR = named("eu:frequency/IRREG")
PUBLIC = named("eu:access-right/PUBLIC")
SHA256 = named("spdx:checksumAlgorithm_sha256")
PROTOCOL = NamedNode("http://www.w3.org/TR/sparql11-protocol/")
PAGE = NamedNode(f"{BASE}/data")  # leads to the page about the data in the reader's language
PUBLISHER, CONTACT, SERVICE, PERIOD = BASE, f"{CATALOG}#contact", f"{CATALOG}#sparql", f"{CATALOG}#period"


def catalogue_of(engine: Engine, words: Words, dumps: Dumps) -> list[Triple]:
    """The catalogue, with the sizes of the dataset as VoID has them."""
    made = dumps.all()
    files = [dump.kind.url for dump in made if dump.kind.is_rdf]
    parts = (
        _catalogue(engine, words), _dataset(engine, words, made), dataset_of(engine, files), _service(engine, words),
        _people(words), _period(engine), _authorities(engine, words), *(_distribution(engine, words, dump) for dump in made),
    )  # fmt: skip
    return [triple for part in parts for triple in part]


def _dates(engine: Engine) -> dict[str, Iterable[Term]]:
    header = header_of(engine)
    return {"dct:issued": header.all("dct:issued"), "dct:modified": header.all("dct:modified")}


def _catalogue(engine: Engine, words: Words) -> list[Triple]:
    return about(
        CATALOG,
        {
            "a": named("dcat:Catalog"),
            "dct:title": texts(words("catalog.title")),
            "dct:description": texts(words("catalog.description")),
            "dct:publisher": NamedNode(PUBLISHER),
            "dct:language": LANGUAGES.values(),
            "dct:license": header_of(engine).licence,
            "dct:spatial": FINLAND,
            "foaf:homepage": PAGE,
            "dcat:dataset": NamedNode(DATASET),
            "dcat:service": NamedNode(SERVICE),
            **_dates(engine),
        },
    )


def _dataset(engine: Engine, words: Words, dumps: list[Dump]) -> list[Triple]:
    return about(
        DATASET,
        {
            "a": named("dcat:Dataset"),
            "dct:title": texts(words("dataset.title")),
            "dct:description": texts(words("dataset.description")),
            "dct:identifier": Literal(DATASET),
            "dct:publisher": NamedNode(PUBLISHER),
            "dcat:contactPoint": NamedNode(CONTACT),
            "dct:license": header_of(engine).licence,
            "dct:accessRights": PUBLIC,
            "dct:language": LANGUAGES.values(),
            "dct:spatial": FINLAND,
            "dct:temporal": [NamedNode(PERIOD)] if period_of(engine) else [],
            "dct:accrualPeriodicity": IRREGULAR,
            "dcat:theme": GOVERNMENT,
            "dcat:keyword": [
                Literal(w.strip(), language=lang)
                for lang, all_ in words("dataset.keywords").items()
                for w in all_.split(",")
            ],
            "dcat:version": Literal(engine.version),
            "dcat:landingPage": PAGE,
            "dct:conformsTo": NamedNode(f"{BASE}/def"),
            "foaf:page": NamedNode(VOID),
            "dcat:distribution": [NamedNode(_node(dump)) for dump in dumps],
            **_dates(engine),
        },
    ) + about(f"{BASE}/def", {"a": named("dct:Standard"), "dct:title": header_of(engine).all("dct:title")})


def _service(engine: Engine, words: Words) -> list[Triple]:
    return about(
        SERVICE,
        {
            "a": named("dcat:DataService"),
            "dct:title": texts(words("service.title")),
            "dct:description": texts(words("service.description")),
            "dcat:endpointURL": NamedNode(SPARQL),
            "dcat:endpointDescription": NamedNode(SPARQL),
            "dcat:servesDataset": NamedNode(DATASET),
            "dct:conformsTo": PROTOCOL,
            "dct:publisher": NamedNode(PUBLISHER),
            "dct:license": header_of(engine).licence,
            "dct:accessRights": PUBLIC,
            "dcat:theme": GOVERNMENT,
            "dcat:contactPoint": NamedNode(CONTACT),
        },
    ) + about(PROTOCOL.value, {"a": named("dct:Standard"), "dct:title": Literal("SPARQL 1.1 Protocol", language="en")})


def _node(dump: Dump) -> str:
    return f"{CATALOG}#{dump.kind.file}"


def _distribution(engine: Engine, words: Words, dump: Dump) -> list[Triple]:
    kind, checksum = dump.kind, f"{_node(dump)}-sha256"
    media, form = (
        NamedNode(f"https://www.iana.org/assignments/media-types/{kind.media_type}"),
        named(f"eu:file-type/{kind.file_type}"),
    )
    return [
        *about(
            _node(dump),
            {
                "a": named("dcat:Distribution"),
                "dct:title": texts({lang: f"{title}: {kind.file}" for lang, title in words("dataset.title").items()}),
                "dct:description": texts(words("dump.rdf" if kind.is_rdf else "dump.claims")),
                "dcat:accessURL": PAGE,
                "dcat:downloadURL": NamedNode(kind.url),
                "dcat:mediaType": media,
                "dct:format": form,
                "dcat:byteSize": Literal(str(dump.size), datatype=NamedNode(f"{XSD}nonNegativeInteger")),
                "spdx:checksum": NamedNode(checksum),
                "dct:license": header_of(engine).licence,
                "dct:language": LANGUAGES.values() if kind.is_rdf else LANGUAGES[kind.lang],
                **_dates(engine),
            },
        ),
        *about(
            checksum,
            {
                "a": named("spdx:Checksum"),
                "spdx:algorithm": SHA256,
                "spdx:checksumValue": Literal(dump.sha256, datatype=NamedNode(f"{XSD}hexBinary")),
            },
        ),
        *about(media.value, {"a": named("dct:MediaType")}),
        *_term(form, "dct:MediaTypeOrExtent"),
    ]


def _people(words: Words) -> list[Triple]:
    """The publisher, and where to turn: the site, since the project has no address of its own."""
    name = texts(words("publisher.name"))
    return about(PUBLISHER, {"a": named("foaf:Agent"), "foaf:name": name, "foaf:homepage": PAGE}) + about(
        CONTACT, {"a": [named("vcard:Kind"), named("vcard:Organization")], "vcard:fn": name, "vcard:hasURL": PAGE}
    )


def _period(engine: Engine) -> list[Triple]:
    """From the earliest to the latest date of the documents."""
    found = period_of(engine)
    return (
        about(PERIOD, {"a": named("dct:PeriodOfTime"), "dcat:startDate": found[0], "dcat:endDate": found[1]})
        if found
        else []
    )


def _authorities(engine: Engine, words: Words) -> list[Triple]:
    """The kinds of the terms of others that the description uses, for readers that do not fetch them (and for the DCAT-AP shapes)."""
    kinds: dict[str, tuple[NamedNode, ...]] = {
        "dct:LinguisticSystem": tuple(LANGUAGES.values()),
        "dct:Location": (FINLAND,),
        "dct:Frequency": (IRREGULAR,),
        "dct:RightsStatement": (PUBLIC,),
        "spdx:ChecksumAlgorithm": (SHA256,),
        "rdfs:Resource": (NamedNode(SPARQL),),
        "foaf:Document": (PAGE, NamedNode(VOID)),
        "dct:LicenseDocument": tuple(term for term in header_of(engine).licence if isinstance(term, NamedNode)),
    }
    found = [triple for kind, terms in kinds.items() for term in terms for triple in _term(term, kind)]
    return (
        found
        + _term(GOVERNMENT, "skos:Concept")
        + about(GOVERNMENT.value, {"skos:prefLabel": texts(words("theme.government"))})
    )


def _term(term: NamedNode, kind: str) -> list[Triple]:
    """The kind of a term of others; one of the EU's authority tables also says which table."""
    table = term.value.rpartition("/")[0]
    is_listed = term.value.startswith(VOCABULARIES["eu"])
    return about(term.value, {"a": named(kind), "skos:inScheme": [NamedNode(table)] if is_listed else []})
