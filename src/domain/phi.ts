import type { Tags } from './check.ts';

/** Which tags say that a resource holds protected health information. */
export interface PhiRule {
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

export const defaultPhiRule: PhiRule = {
  keys: [
    'DataClassification',
    'Data-Classification',
    'data_classification',
    'Classification',
    'DataClass',
    'Sensitivity',
    'DataSensitivity',
    'PHI',
    'HIPAA',
  ],
  values: ['PHI', 'ePHI', 'HIPAA', 'Protected Health Information', 'true', 'yes'],
};

/** The rule as settings of a check. */
export const phiSettings = { phiKeys: defaultPhiRule.keys, phiValues: defaultPhiRule.values };

export interface Tag {
  readonly key: string;
  readonly value: string;
}

const environmentKeys = ['EnvironmentType', 'Environment', 'Env', 'EnvName', 'Stage', 'Tier', 'SDLC'];
const nonProduction = [
  'dev',
  'develop',
  'development',
  'devtest',
  'test',
  'testing',
  'qa',
  'uat',
  'stage',
  'staging',
  'preprod',
  'int',
  'integration',
  'demo',
  'training',
  'poc',
  'sandbox',
  'lab',
  'nonprod',
  'nonproduction',
];

/** An answer, not a name: it speaks of PHI only under a key that does (`PHI: yes`, not `Classification: yes`). */
const affirmative = ['true', 'yes', 'y', '1', 'on', 'contains', 'inscope'];
const negative = ['false', 'no', 'n', '0', 'none'];
/** Before the name, with or without a filler between: "does not contain PHI". */
const denying = ['no', 'non', 'not', 'without'];
const fillers = ['any', 'contain', 'contains', 'containing'];

const plain = (text: string): string => text.toLowerCase().replace(/[\s_:-]+/g, '');
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
/** The words of a key, by its capitals too: `ContainsPHI`, `PHIFree`, `has_phi`. */
const keyWords = (key: string): readonly string[] =>
  words(key.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' '));

const tagsUnder = (tags: Tags, keys: readonly string[]): readonly Tag[] =>
  keys.flatMap((wanted) =>
    Object.entries(tags)
      .filter(([key]) => plain(key) === plain(wanted))
      .map(([key, value]) => ({ key, value })),
  );

/** The tag that says PHI, if one does; `non-phi`, `PHI-free` and `PHI: false` do not. */
export function phiTag(tags: Tags, rule: PhiRule = defaultPhiRule): Tag | null {
  return (
    tagsUnder(tags, rule.keys).find((tag) => saysPhi(tag, rule)) ??
    tagsThatName(tags, rule).find(({ value }) => affirms(value)) ??
    null
  );
}

export const isPhi = (tags: Tags, rule: PhiRule = defaultPhiRule): boolean => phiTag(tags, rule) !== null;

const namesOf = (rule: PhiRule): readonly string[] =>
  rule.values.map(plain).filter((name) => !affirmative.includes(name));

function saysPhi({ key, value }: Tag, rule: PhiRule): boolean {
  const names = namesOf(rule);
  if (affirmsName(words(value), names)) return true;
  const keyNamesPhi = names.some((name) => plain(key).includes(name));
  return keyNamesPhi && (value.trim() === '' || affirms(value));
}

/** A name stands in the text, and nothing beside it takes it back: "PHI - do not share", but not "non-PHI". */
function affirmsName(said: readonly string[], names: readonly string[]): boolean {
  if (/(?<!not|non)deidentified/.test(said.join(''))) return false;
  return said.some((_, start) =>
    said.some((_, last) => {
      if (!names.includes(said.slice(start, last + 1).join(''))) return false;
      const before = said.slice(0, start).findLast((word) => !fillers.includes(word)) ?? '';
      const [after = '', ...rest] = said.slice(last + 1);
      return (
        !denying.includes(before) && after !== 'free' && !(negative.includes(after) && rest.length === 0)
      );
    }),
  );
}

const affirms = (value: string): boolean =>
  affirmative.includes(plain(value)) || affirmative.includes(words(value)[0] ?? '');

/** Tags under no configured key, but one that names PHI itself: `ContainsPHI: true`. */
function tagsThatName(tags: Tags, rule: PhiRule): readonly Tag[] {
  const names = namesOf(rule).filter((name) => name === 'phi' || name === 'ephi');
  return Object.entries(tags)
    .filter(([key]) => affirmsName(keyWords(key), names))
    .map(([key, value]) => ({ key, value }));
}

/** What the resource's tags say about its data, whatever the class; an empty value under `Classification` says nothing. */
export function classificationOf(tags: Tags, rule: PhiRule = defaultPhiRule): Tag | null {
  const said = tagsUnder(tags, rule.keys).filter((tag) => tag.value.trim() !== '' || saysPhi(tag, rule));
  const named = tagsThatName(tags, rule).filter(
    ({ value }) => affirms(value) || negative.includes(plain(value)),
  );
  return said[0] ?? named[0] ?? null;
}

/** What the tags say about the environment; `production` is false only where they say dev, test or the like. */
export function environmentOf(tags: Tags): (Tag & { readonly production: boolean }) | null {
  const said = tagsUnder(tags, environmentKeys)
    .filter(({ value }) => value.trim() !== '')
    .map((tag) => ({ ...tag, production: !isNonProduction(tag.value) }));
  return said.find((tag) => !tag.production) ?? said[0] ?? null;
}

const isNonProduction = (value: string): boolean =>
  [plain(value), ...words(value)].some((word) => nonProduction.includes(word.replace(/\d+$/, '')));
