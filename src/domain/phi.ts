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
    'PHI',
    'HIPAA',
  ],
  values: ['PHI', 'ePHI', 'HIPAA', 'true', 'yes'],
};

/** The rule as settings of a check. */
export const phiSettings = { phiKeys: defaultPhiRule.keys, phiValues: defaultPhiRule.values };

export interface Tag {
  readonly key: string;
  readonly value: string;
}

const environmentKeys = ['EnvironmentType', 'Environment', 'Env', 'Stage'];
const nonProduction = [
  'dev',
  'develop',
  'development',
  'test',
  'testing',
  'qa',
  'sandbox',
  'lab',
  'nonprod',
  'nonproduction',
];

/** An answer, not a name: it speaks of PHI only under a key that does (`PHI: yes`, not `Classification: yes`). */
const affirmative = ['true', 'yes', 'y', '1', 'on'];
const negative = ['no', 'not', 'non', 'never', 'without', 'free', 'false', 'none', 'deidentified'];

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');
const words = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

const tagsUnder = (tags: Tags, keys: readonly string[]): readonly Tag[] =>
  keys.flatMap((wanted) =>
    Object.entries(tags)
      .filter(([key]) => plain(key) === plain(wanted))
      .map(([key, value]) => ({ key, value })),
  );

/** The tag that says PHI, if one does; `non-phi`, `PHI-free` and `PHI: false` do not. */
export function phiTag(tags: Tags, rule: PhiRule = defaultPhiRule): Tag | null {
  return tagsUnder(tags, rule.keys).find((tag) => saysPhi(tag, rule)) ?? null;
}

export const isPhi = (tags: Tags, rule: PhiRule = defaultPhiRule): boolean => phiTag(tags, rule) !== null;

function saysPhi({ key, value }: Tag, rule: PhiRule): boolean {
  const names = rule.values.map(plain).filter((name) => !affirmative.includes(name));
  const said = [plain(value), ...words(value)];
  if (said.some((word) => negative.includes(word)) || plain(value).includes('deidentified')) return false;
  if (said.some((word) => names.includes(word))) return true;
  const keyNamesPhi = names.some((name) => plain(key).includes(name));
  return keyNamesPhi && (value.trim() === '' || said.some((word) => affirmative.includes(word)));
}

/** What the resource's tags say about its data, whatever the class; an empty value under `Classification` says nothing. */
export function classificationOf(tags: Tags, rule: PhiRule = defaultPhiRule): Tag | null {
  const said = tagsUnder(tags, rule.keys).filter((tag) => tag.value.trim() !== '' || saysPhi(tag, rule));
  return said[0] ?? null;
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
