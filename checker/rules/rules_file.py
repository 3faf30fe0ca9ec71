"""What a rules file may hold: the shape that its data is checked against, and that editors are told of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from checker.language.language import shipped, table_names
from checker.model.rule import AttributeEntry, EntityEntry, GroupWeights, RuleEntry

_NAMES = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Names = Annotated[tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) and v else v)]


class _ByTable:
    """Tells editors the names of the tables."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        language = shipped()
        kinds: dict[type, str] = {dict: "object", list: "array"}
        tables = {name: {"type": kinds[type(language.table(name))]} for name in table_names()}
        return {"type": "object", "properties": tables, "additionalProperties": False}


Additions = Annotated[dict[str, Any], _ByTable()]
"""By the name of a table, what is added to it, in the form that the table has."""


class RulesFile(BaseModel):
    """What one rules file may hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    extends: Annotated[Names, WithJsonSchema(_NAMES)] = ()
    """``recommended``, and the names of rule packs that are installed."""
    entities: dict[str, EntityEntry] = Field(default_factory=dict)
    attributes: dict[str, AttributeEntry] = Field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()
    vocabulary: Additions = Field(default_factory=dict)
    """Words on top of the tables that ship with the tool, by the name of the table."""
    weights: GroupWeights | None = None
    """How much each group of features counts in comparing; `check-claims tune` writes them."""

    @property
    def only_weighs(self) -> bool:
        """It has weights alone, so it says nothing of which rules there are."""
        return self.weights is not None and self.model_fields_set == {"weights"}
