"""Loads rules that people wrote on top of the recommended ones, and says what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import strictyaml
from checker.files import read_text
from checker.language.names import fold
from checker.model.rule import AttributeEntry, Compare, EntityEntry, Examples, GroupWeights, Rulebook, RuleEntry
from checker.model.user_error import UserError
from checker.rules import options, vocabulary_entries
from checker.strictyaml.suggestions import suggestion
from checker.vocabulary import attributes, read

if TYPE_CHECKING:
    from checker.rules.rules_file import RulesFile

RECOMMENDED = "recommended"
_MOST_WEIGHT = 100


def load(
    paths: Sequence[Path] | None = None, *, kinds: Collection[str] | None = None, packs: Sequence[tuple[str, str]] = ()
) -> Rulebook:
    """The rulebook of these files; the recommended one alone where there are none.

    Entries of a file replace those of the same id that it extends and add to the others: the recommended ones, those
    of packs, and for all files those of ``packs``, each a name and who asks for it. Files of which none says
    ``extends: recommended`` go without them, unless they have weights alone. ``kinds`` are the kinds of rule there
    are. Raises UserError, all problems of a file at once, for a file that is missing, empty, malformed or names a key,
    kind or attribute that does not exist, for a rule without ``why`` or examples, and for an id or weights given
    twice.
    """
    if not paths and not packs:
        return recommended()
    files = [_file(path) for path in paths or ()]
    extended = _extended(files, packs)
    ruling = [file for file, _ in files if not file.only_weighs]
    book = recommended() if not ruling or _says_recommended((*extended, *files)) else Rulebook()
    for pack in extended:
        book = _Merge(book, [pack], kinds).rulebook()
    return _Merge(book, files, kinds).rulebook() if files else book


def pack_files(paths: Sequence[Path], packs: Sequence[tuple[str, str]] = ()) -> list[Path]:
    """The files of every pack that these files and ``packs`` lead to."""
    return [Path(parsed.where) for _, parsed in _extended([_file(path) for path in paths], packs)]


def _says_recommended(files: Sequence[tuple[RulesFile, Any]]) -> bool:
    return any(RECOMMENDED in file.extends for file, _ in files)


def _extended(files: Sequence[tuple[RulesFile, Any]], packs: Sequence[tuple[str, str]]) -> list[tuple[RulesFile, Any]]:
    """The files of all packs that are named, each pack once, those that others build on first."""
    from checker import rule_packs

    done: dict[str, list[tuple[RulesFile, Any]]] = {}

    def take(name: str, where: str) -> None:
        if name == RECOMMENDED or name in done:
            return
        done[name] = []
        own = [_file(path) for path in rule_packs.files(name, where)]
        for further, at in _named(own):
            take(further, at)
        done[name] = done.pop(name) + own

    for name, where in (*packs, *_named(files)):
        take(name, where)
    return [file for files in done.values() for file in files]


def _named(files: Sequence[tuple[RulesFile, Any]]) -> list[tuple[str, str]]:
    return [(name, parsed.at(("extends",))) for file, parsed in files for name in file.extends]


def recommended() -> Rulebook:
    """The rules and attributes that ship with the package, for documents of any field."""
    rules = _packaged("recommended.yaml")
    return Rulebook(
        attributes={name: _attribute(entry) for name, entry in attributes().items()},
        rules=tuple(_rule(entry) for entry in rules.get("rules", ())),
    )


def _attribute(entry: Mapping[str, Any]) -> AttributeEntry:
    """An entry that ships with the package, which no run need validate."""
    known = {key: _frozen(value) for key, value in entry.items()}
    if "doer" in known:
        known["doer"] = known["doer"] == "true"
    if "verbs_of" in known:
        known["verbs_of"] = {of: tuple(verbs) for of, verbs in known["verbs_of"].items()}
    if "compare" in known:
        known["compare"] = Compare(**{key: _frozen(value) for key, value in known["compare"].items()})
    return AttributeEntry(**known)


def _rule(entry: Mapping[str, Any]) -> RuleEntry:
    """A rule that ships with the package, which no run need validate."""
    examples = {key: tuple(map(_frozen, texts)) for key, texts in entry["examples"].items()}
    known = {key: value if key == "options" else _frozen(value) for key, value in entry.items()}
    return RuleEntry(**known | {"examples": Examples(**examples)})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _packaged(name: str) -> Mapping[str, Any]:
    file = Path(__file__).with_name(name)
    if not file.is_file():
        return {}
    loaded: Mapping[str, Any] = read(file.read_text(encoding="utf-8"))
    return loaded


def _file(path: Path) -> tuple[RulesFile, Any]:
    try:
        text = read_text(path, "utf-8-sig")
    except FileNotFoundError as error:
        raise UserError("no such rules file", str(path), "name a file that exists") from error
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"the rules file cannot be read: {reason}", str(path)) from error
    from checker.rules.rules_file import RulesFile

    parsed = strictyaml.read(text, str(path))
    return strictyaml.validate(RulesFile, parsed), parsed


class _Merge:
    """Puts rules files on top of a rulebook, gathering whatever is wrong with them."""

    def __init__(self, base: Rulebook, files: Sequence[tuple[RulesFile, Any]], kinds: Collection[str] | None) -> None:
        self.base = base
        self.files = files
        self.kinds = kinds
        self.problems: list[UserError] = []
        self.places: dict[tuple[str, str], str] = {}

    def rulebook(self) -> Rulebook:
        entities = dict(self.base.entities)
        attributes = dict(self.base.attributes)
        rules = {rule.id: rule for rule in self.base.rules}
        vocabulary = dict(self.base.vocabulary)
        weights = self.base.weights
        for file, parsed in self.files:
            wrong = list(vocabulary_entries.problems(file.vocabulary, parsed))
            self.problems += wrong
            vocabulary = vocabulary_entries.together(vocabulary, {} if wrong else file.vocabulary)
            if file.weights is not None:
                self._check_weights(file.weights, parsed)
                weights = file.weights
            for name, entity in file.entities.items():
                self._claim_id("entity", name, parsed.at(("entities", name)))
                self._check_entity(name, entity, parsed)
                entities[name] = entity
            for name, attribute in file.attributes.items():
                self._claim_id("attribute", name, parsed.at(("attributes", name)))
                if attribute.headline is not None:
                    self._check_headline(name, attribute.headline, parsed)
                attributes[name] = attribute
            for index, rule in enumerate(file.rules):
                self._claim_id("rule", rule.id, parsed.at(("rules", index, "id")))
                rules[rule.id] = rule
        for file, parsed in self.files:
            for index, rule in enumerate(file.rules):
                self._check(rule, parsed, index, attributes)
        if self.problems:
            first, *others = self.problems
            raise UserError(first.what, first.where, first.remedy, tuple(map(str, others)))
        return Rulebook(
            entities=entities,
            attributes=attributes,
            rules=tuple(rules.values()),
            vocabulary=vocabulary,
            weights=weights,
        )

    def _claim_id(self, what: str, name: str, place: str) -> None:
        earlier = self.places.setdefault((what, name), place)
        if earlier != place:
            self.problems.append(UserError(f"the {what} '{name}' is given twice, also at {earlier}", place, "keep one"))

    def _check_weights(self, weights: GroupWeights, parsed: Any) -> None:
        place = parsed.at(("weights",))
        earlier = self.places.setdefault(("weights", ""), place)
        if earlier != place:
            self.problems.append(UserError(f"weights are given twice, also at {earlier}", place, "keep one"))
        for field in fields(weights):
            least = -_MOST_WEIGHT if field.name == "always" else 0
            if not least <= getattr(weights, field.name) <= _MOST_WEIGHT:
                what = f"weights.{field.name} must be from {least} to {_MOST_WEIGHT}"
                self.problems.append(UserError(what, parsed.at(("weights", field.name)), "correct or remove it"))

    def _check_headline(self, name: str, sentence: str, parsed: Any) -> None:
        from checker.rules.headline import headline_problem

        if what := headline_problem(sentence):
            remedy = "write it as '{subject} was founded {when}'"
            place = parsed.at(("attributes", name, "headline"))
            self.problems.append(UserError(f"the headline of the attribute '{name}' {what}", place, remedy))

    def _check_entity(self, name: str, entity: EntityEntry, parsed: Any) -> None:
        if not entity.not_:
            return
        own = {fold(spelling) for spelling in (entity.name, *entity.aliases)}
        for index, other in enumerate(entity.not_):
            if fold(other) in own:
                what = f"the entity '{name}' lists under not '{other}', which is one of its own names"
                self.problems.append(
                    UserError(what, parsed.at(("entities", name, "not", index)), "remove one of the two")
                )

    def _check(self, rule: RuleEntry, parsed: Any, index: int, attributes: Mapping[str, AttributeEntry]) -> None:
        def problem(key: str | tuple[str, ...], what: str, remedy: str) -> None:
            place = parsed.at(("rules", index, *((key,) if isinstance(key, str) else key)))
            self.problems.append(UserError(f"rule '{rule.id}' {what}", place, remedy))

        if not rule.why.strip():
            problem("why", "says nothing under 'why'", "say in a sentence why it holds")
        if rule.kind != "decision" and not rule.examples.conflict and not rule.examples.agree:
            problem("examples", "has no examples", "add texts under conflict or agree")
        if self.kinds is not None and rule.kind not in self.kinds:
            problem("kind", f"is of the unknown kind '{rule.kind}'", suggestion(rule.kind, self.kinds))
        for name in rule.attributes:
            if name not in attributes:
                problem("attributes", f"names the unknown attribute '{name}'", suggestion(name, attributes))
        if rule.message is not None and rule.kind in options.OPTIONS.keys() - options.WORDED:
            problem("message", "has a message, which only rules of the kind agreement show", "remove it")
        if rule.attributes and rule.kind in options.OPTIONS.keys() - options.OF_ATTRIBUTES:
            problem("attributes", f"names attributes, which the kind '{rule.kind}' takes under options", "move them")
        for path, what, remedy in options.problems(rule, attributes):
            problem(path, what, remedy)
