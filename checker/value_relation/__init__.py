"""Says how two values stand to each other, and finds equal ones: the only place that knows what "equal" means."""

from checker.value_relation.addends import addition_group
from checker.value_relation.lent_units import BARE, LENDING, with_lent_unit
from checker.value_relation.normal_form import Key, bare_bound, former, grain_in_base, key, stored
from checker.value_relation.precision import Allowance, grain_of, room_of_about
from checker.value_relation.relation import agree, bounds, comparable, relation
from checker.value_relation.units import Unit, convertible, unit_of, units

__all__ = [
    "BARE",
    "LENDING",
    "Allowance",
    "Key",
    "Unit",
    "addition_group",
    "agree",
    "bare_bound",
    "bounds",
    "comparable",
    "convertible",
    "former",
    "grain_in_base",
    "grain_of",
    "key",
    "relation",
    "room_of_about",
    "stored",
    "unit_of",
    "units",
    "with_lent_unit",
]
