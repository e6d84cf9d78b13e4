"""The closed lists, each once: kinds of event, levels, relations, statuses, with symbols and the codes of other data sets."""

from __future__ import annotations

from geomap.vocabulary import symbols
from geomap.vocabulary.apart import kind_apart, kinds_apart_in
from geomap.vocabulary.borders import border_lines, border_names, border_sides, countries_of
from geomap.vocabulary.bounds import FARTHEST_M, FIRST_DAY, LAST_DAY, MOST_PEOPLE, MOST_RADIUS_M, SHORE_DEG
from geomap.vocabulary.choices import CHOICES
from geomap.vocabulary.claims import BY_A_PERSON, ActorStatus, Casualty, Derivation
from geomap.vocabulary.codes import (
    COUNTRIES,
    Country,
    countries_named,
    countries_with_adjective,
    countries_with_capital,
    country_code,
)
from geomap.vocabulary.crowds import OF_CROWDS, PROTEST, kind_of_crowd
from geomap.vocabulary.cues import any_of, cue_words, group_named, one_of
from geomap.vocabulary.events import DISORDER_TYPES, EVENT_TYPES, symbol_of
from geomap.vocabulary.ground import GROUND_TAKEN, kind_of_taking, side_words, taking_verbs
from geomap.vocabulary.injuries import injuries_in, is_injury
from geomap.vocabulary.languages import LANGUAGES
from geomap.vocabulary.loaded import LOADED_TERMS, loaded_terms
from geomap.vocabulary.pairs import class_of_target, is_done, kind_of_pair, kind_of_weapon
from geomap.vocabulary.persons import Standing, is_of_people, standings, standings_of
from geomap.vocabulary.ranges import ACCOUNTS_DIFFER, RANGE_FORMS, TOLL_OPEN, range_in_words, toll_in_words
from geomap.vocabulary.seizures import SEIZURES, first_words, kind_of_seizure, seizing_verbs, signs_of_seizure
from geomap.vocabulary.spatial import (
    BAND_TOLERANCE_M,
    BANDS_KM,
    BEARINGS,
    COMPASS,
    LEVELS,
    NEAR_BORDER_KM,
    NEEDS,
    OF_AREAS,
    OF_BORDERS,
    OF_PLACES,
    Compass,
    How,
    Level,
    Relation,
)
from geomap.vocabulary.symbols import SEA, SHAPES
from geomap.vocabulary.unseen import UNSEEN
from geomap.vocabulary.words import TERM_VALUES, generic_terms, spelled_out

__all__ = [
    "ACCOUNTS_DIFFER",
    "BANDS_KM",
    "BAND_TOLERANCE_M",
    "BEARINGS",
    "BY_A_PERSON",
    "CHOICES",
    "COMPASS",
    "COUNTRIES",
    "DISORDER_TYPES",
    "EVENT_TYPES",
    "FARTHEST_M",
    "FIRST_DAY",
    "GROUND_TAKEN",
    "LANGUAGES",
    "LAST_DAY",
    "LEVELS",
    "LOADED_TERMS",
    "MOST_PEOPLE",
    "MOST_RADIUS_M",
    "NEAR_BORDER_KM",
    "NEEDS",
    "OF_AREAS",
    "OF_BORDERS",
    "OF_CROWDS",
    "OF_PLACES",
    "PROTEST",
    "RANGE_FORMS",
    "SEA",
    "SEIZURES",
    "SHAPES",
    "SHORE_DEG",
    "TERM_VALUES",
    "TOLL_OPEN",
    "UNSEEN",
    "ActorStatus",
    "Casualty",
    "Compass",
    "Country",
    "Derivation",
    "How",
    "Level",
    "Relation",
    "Standing",
    "any_of",
    "border_lines",
    "border_names",
    "border_sides",
    "class_of_target",
    "countries_named",
    "countries_of",
    "countries_with_adjective",
    "countries_with_capital",
    "country_code",
    "cue_words",
    "first_words",
    "generic_terms",
    "group_named",
    "injuries_in",
    "is_done",
    "is_injury",
    "is_of_people",
    "kind_apart",
    "kind_of_crowd",
    "kind_of_pair",
    "kind_of_seizure",
    "kind_of_taking",
    "kind_of_weapon",
    "kinds_apart_in",
    "loaded_terms",
    "one_of",
    "range_in_words",
    "seizing_verbs",
    "side_words",
    "signs_of_seizure",
    "spelled_out",
    "standings",
    "standings_of",
    "symbol_of",
    "symbols",
    "taking_verbs",
    "toll_in_words",
]
