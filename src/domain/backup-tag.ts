import { type Circumstances, type Consequence, type Desired, harmless, uncertain } from './remedy.ts';

/** A resource's tags, and the one more by which plans of the region would take it in. */
export type BackupTags = {
  readonly tags: { readonly [key: string]: string };
  readonly byTag: readonly ByTag[];
};

export type ByTag = {
  readonly key: string;
  readonly value: string;
  /** Names of the plans; sorted. */
  readonly plans: readonly string[];
};

type Settings = {
  /** `key=value`; empty: the only one that the region's plans go by. */
  readonly tag: string;
};

/** What every one of the services allows, those that AWS sets not counted. */
const mostTags = 50;
/** Enough to choose from. */
const mostNamed = 5;

const cannot = (because: string): Desired<never> => ({ cannot: because });
const written = ({ key, value }: Pick<ByTag, 'key' | 'value'>) => `${key}=${value}`;

function chosen({ byTag }: BackupTags, { tag }: Settings): Pick<ByTag, 'key' | 'value'> | string {
  if (tag !== '') {
    const at = tag.indexOf('=');
    if (at < 1) return 'the tag of this remedy in the configuration is not written as key=value';
    const key = tag.slice(0, at);
    return key.startsWith('aws:')
      ? `AWS alone sets tags that begin with aws:, as ${key} does`
      : { key, value: tag.slice(at + 1) };
  }
  const [only, ...others] = byTag;
  if (!only) return 'no plan of the region would take it in by one more tag';
  if (others.length === 0) return only;
  const names = byTag.slice(0, mostNamed).map((one) => `${written(one)} (${one.plans.join(', ')})`);
  const more = byTag.length - names.length;
  return `plans go by ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}: set tag of this remedy in the configuration to the right one`;
}

/** Gives a resource the tag by which a backup plan takes it in. No tag that it has is changed. */
export const taggedForBackup = {
  fact: 'backupTags',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'backups that were made meanwhile stay for as long as the plan says',
  },
  settings: { tag: '' } as Settings,
  desired(current: BackupTags, { settings }: Circumstances<Settings>): Desired<BackupTags> {
    const tag = chosen(current, settings);
    if (typeof tag === 'string') return cannot(tag);
    const { tags } = current;
    const there = tags[tag.key];
    if (there !== undefined && there !== tag.value)
      return cannot(`its tag ${tag.key} is "${there}" and not "${tag.value}", which a person must decide`);
    const others = Object.keys(tags).filter((key) => key !== tag.key && !key.startsWith('aws:'));
    if (others.length >= mostTags)
      return cannot(`it has ${others.length} tags, which is all that AWS allows`);
    return { to: { ...current, tags: { ...tags, [tag.key]: tag.value } } };
  },
  consequences(
    _facts: unknown,
    { before, after }: { readonly before: BackupTags; readonly after: BackupTags },
  ): readonly Consequence[] {
    return Object.entries(after.tags)
      .filter(([key]) => before.tags[key] === undefined)
      .flatMap(([key, value]) => {
        const by = after.byTag.find((one) => one.key === key && one.value === value);
        const who = by
          ? `backup ${by.plans.length === 1 ? 'plan' : 'plans'} ${by.plans.join(', ')}`
          : 'the plan';
        return [
          harmless(
            `from its next run on, ${who} backs it up and keeps the backups as long as it says, at AWS Backup's price`,
          ),
          harmless('the tags that it has stay as they are'),
          // A tag that speaks of backups is for them; any other may be somebody's rule, or a claim about the data.
          ...(/backup/i.test(key)
            ? []
            : [
                uncertain(
                  `the tag ${key}=${value} may mean something to others too, and whether it is true of it`,
                ),
              ]),
        ];
      });
  },
} as const;
