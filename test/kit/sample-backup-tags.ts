import type { BackupTags } from '../../src/domain/backup-tag.ts';
import type { Subject } from '../../src/domain/catalog.ts';
import type { Consequence } from '../../src/domain/remedy.ts';

const daily = { key: 'Backup', value: 'daily', plans: ['daily'] };
const pair = ({ key, value }: { readonly key: string; readonly value: string }) => ({ key, value });
const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`t${i}`, '']));
const several = Array.from({ length: 7 }, (_, i) => ({ key: 'Tier', value: `${i}`, plans: [`p${i}`] }));

const current = (tags: BackupTags['tags'], byTag: BackupTags['byTag'] = [daily]): BackupTags => ({
  tags,
  byTag,
});

interface About {
  /** Facts that the cured check asks besides. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly subject?: Subject;
  /** What is considered, and what it comes to as a whole. */
  readonly considered?: Readonly<Record<string, unknown>>;
  readonly verdict?: Consequence['weight'];
}

/** What every remedy that tags for a backup plan must do, whatever it tags. */
export function backupTagTable({ facts = {}, subject, considered = {}, verdict = 'safe' }: About = {}) {
  const at = subject ? { at: { subject } } : {};
  const given = {
    backupSelections: [
      { plan: 'daily', anyOf: [pair(daily)], allOf: null },
      {
        plan: 'gold',
        anyOf: [],
        allOf: { equal: [], like: [{ key: 'Tier', value: 'g*' }], notEqual: [], notLike: [] },
      },
    ],
    lastBackupAt: null,
    ...facts,
  };
  const cure = (name: string, before: BackupTags, added: BackupTags['tags'], settings?: { tag: string }) => ({
    name,
    current: before,
    after: { ...before, tags: { ...before.tags, ...added } },
    facts: given,
    ...at,
    ...(settings && { settings }),
  });
  const cannot = (name: string, before: BackupTags, because: RegExp, tag?: string) => ({
    name,
    current: before,
    because,
    ...at,
    ...(tag !== undefined && { settings: { tag } }),
  });
  return {
    cures: [
      cure('no tags at all', current({}), { Backup: 'daily' }),
      cure('other tags stay', current({ Team: 'care', 'aws:cloudformation:stack-name': 's' }), {
        Backup: 'daily',
      }),
      cure(
        'the tag is configured',
        current({}, [daily, ...several]),
        { Backup: 'daily' },
        { tag: 'Backup=daily' },
      ),
      cure('it fits a pattern of a plan', current({}, []), { Tier: 'gold=1' }, { tag: 'Tier=gold=1' }),
    ],
    cannot: [
      cannot('no plan goes by tags', current({}, []), /no plan/),
      cannot(
        'plans go by several',
        current({}, several),
        /^plans go by Tier=0 \(p0\), Tier=1 \(p1\), Tier=2 \(p2\), Tier=3 \(p3\), Tier=4 \(p4\) and 2 more: set tag/,
      ),
      cannot('another value is there', current({ Backup: 'none' }), /"none" and not "daily"/),
      cannot('an empty value is there', current({ Backup: '' }), /"" and not "daily"/),
      cannot('another value than the configured one', current({ Tier: 'a' }), /"a" and not "b"/, 'Tier=b'),
      cannot('fifty tags', current(many), /50 tags/),
      cannot('no tag is written', current({}), /key=value/, 'daily'),
      cannot('no key is written', current({}), /key=value/, '=daily'),
      cannot("one of AWS's own", current({}), /AWS alone/, 'aws:backup=daily'),
    ],
    consequences: [
      {
        name: 'a tag for backups',
        current: current({ Team: 'care' }),
        facts: considered,
        verdict,
        says: [
          ['safe', /backup plan daily backs it up/],
          ['safe', /stay as they are/],
        ],
        saysNot: [/may mean something/],
        ...at,
      },
      {
        name: 'a tag that says something else',
        current: current({}, [{ key: 'Tier', value: 'gold', plans: ['a', 'b'] }]),
        facts: considered,
        verdict: 'unknown',
        says: [
          ['safe', /backup plans a, b/],
          ['unknown', /Tier=gold may mean something to others/],
        ],
        ...at,
      },
    ],
  } as const;
}
