// The report's data, and what is looked up in it; claims are numbered through all sources.
const DATA = JSON.parse(byId('data').textContent);
const say = (number) => DATA.strings[number];
const STANDING = DATA.standings.map(([name, sign, meaning]) => ({name, sign, meaning}));
const CONFLICT = 0;

const claims = [];
const firstClaim = [];
DATA.claims.forEach((held, source) => {
  firstClaim.push(claims.length);
  for (const [subject, attribute, start, length, before, after, line, standing, remarks, place] of held) {
    claims.push({
      source, subject, attribute, start, line, standing, number: claims.length, term: say(attribute) === '',
      end: start + length, first: start - before, last: start + length + after,
      remarks: remarks === undefined ? '' : say(remarks), place: place === undefined ? '' : say(place),
    });
  }
});

const claimsOf = (source) => claims.slice(firstClaim[source], firstClaim[source + 1]);
const findings = DATA.findings.map((finding, number) => {
  const numbers = [...finding.p.flatMap(([, held]) => held), ...(finding.o ? finding.o[0] : [])].flatMap(([held]) => held);
  return {
    ...finding, number, rule: say(finding.r), severity: DATA.severities[finding.v], status: DATA.statuses[finding.s],
    claims: numbers,
    sources: new Set(numbers.map((claim) => claims[claim].source)),
    subjects: new Set(numbers.map((claim) => claims[claim].subject)),
    attributes: new Set(numbers.filter((claim) => !claims[claim].term).map((claim) => claims[claim].attribute)),
  };
});
const findingByKey = new Map(findings.map((finding) => [finding.k, finding]));
const findingOf = new Map();
for (const finding of findings) {
  for (const claim of finding.claims) if (!findingOf.has(claim)) findingOf.set(claim, finding);
}
const sourceById = new Map(DATA.sources.map((source, number) => [source.id, number]));

const texts = new Map();
const textOf = (source) => texts.get(source)
  ?? texts.set(source, byId(`text=${DATA.sources[source].id}`)?.querySelector('pre')?.textContent ?? '').get(source);
const placeOf = (claim) => claim.place || `line ${claim.line}`;
