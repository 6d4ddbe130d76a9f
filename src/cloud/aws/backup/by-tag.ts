import type { BackupTags, ByTag } from '../../../domain/backup-tag.ts';
import type { Subject, Writing } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import type { Collected } from '../../../domain/collected.ts';
import { sameValue } from '../../../domain/plan.ts';
import { fromAccount, fromFacts, knownValue, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { tagWriting } from '../tagging/write-tags.ts';
import type { AwsWriter } from '../writer.ts';
import { protectedResources } from './protected-resources.ts';
import { type PlanReach, plansTaking, reachesOf, reachPermissions } from './protection.ts';

/** Each tag that alone would bring the resource in, with those that it has. */
function tagsThatBring(reaches: readonly PlanReach[], tags: Tags): readonly ByTag[] {
  const byTag = new Map<string, ByTag>();
  for (const { key, value } of reaches.flatMap(({ anyOf, allOf }) => [...anyOf, ...(allOf?.equal ?? [])])) {
    const plans = plansTaking(reaches, { ...tags, [key]: value });
    // AWS alone sets its own tags.
    if (plans.length > 0 && !key.startsWith('aws:')) byTag.set(`${key}=${value}`, { key, value, plans });
  }
  return [...byTag.keys()].sort().flatMap((name) => byTag.get(name) ?? []);
}

/** The tags alone are written, and alone tell two values apart: plans are others' to change. */
function writing(owners: readonly string[]): Writing<Subject, BackupTags, AwsWriter> {
  const { permissions, calls, put } = tagWriting(owners);
  return {
    permissions,
    // The tagging API's own actions know no resource; the owner's do, and are narrowed to it.
    resources: ({ id }) => [id],
    calls: ({ before, after }) => calls({ before: before.tags, after: after.tags }),
    same: (a, b) => sameValue(a.tags, b.tags),
    put: (client, subject, { tags }) => put(client, subject, tags),
  };
}

type Type<S> = (subject: S) => string | undefined;

/**
 * What plans go by for one resource. `owners`: what the service that keeps it asks of whoever tags it. `type`: where the
 * ARN does not tell it. `tagsAreListed`: the listing carries the tags.
 */
export function backupByTag<S extends Subject>(
  owners: readonly string[],
  { type = () => undefined, tagsAreListed = true }: { type?: Type<S>; tagsAreListed?: boolean } = {},
) {
  const reaches = (reader: AwsReader, subject: S) =>
    reachesOf(reader, subject.id, subject.region, type(subject));
  const tagsOf = async (reader: AwsReader, { id, region, tags }: S): Promise<Tags> =>
    (tagsAreListed ? tags : (await regionTags(reader, region)).get(id)) ?? {};
  return {
    backupSelections: fromAccount(reachPermissions, reaches),
    backupTags: settable(
      fromAccount(
        [...reachPermissions, ...(tagsAreListed ? [] : tagPermissions)],
        async (reader, subject: S): Promise<BackupTags> => {
          const tags = await tagsOf(reader, subject);
          return { tags, byTag: tagsThatBring(await reaches(reader, subject), tags) };
        },
      ),
      writing(owners),
    ),
  };
}

type Needs = Readonly<Record<string, Collected<any> | undefined>>;

export const byTagNeeds = ['backupSelections', 'backupTags'] as const;

/** Names of the plans that take the resource in, concluded from those two facts; sorted. */
export function plansByTag(needs: Needs): readonly string[] {
  const reaches = knownValue<readonly PlanReach[]>(needs['backupSelections']);
  return reaches.length === 0 ? [] : plansTaking(reaches, knownValue<BackupTags>(needs['backupTags']).tags);
}

interface Protection {
  /** Names of the plans whose selections take the resource in, and that may back it up; sorted. */
  readonly plans: readonly string[];
  /** When AWS Backup last backed it up; null: never. */
  readonly lastBackupAt: string | null;
}

/** What AWS Backup does for a resource. Its own snapshots and automatic backups are other facts of it. */
export const protection = fromFacts(
  [...byTagNeeds, 'lastBackupAt'],
  (needs, _resource: Subject): Protection => ({
    plans: plansByTag(needs),
    lastBackupAt: knownValue<string | null>(needs['lastBackupAt']),
  }),
);

export const lastBackupAt = fromAccount(
  ['backup:ListProtectedResources'],
  async (reader, { id, region }: Subject): Promise<string | null> =>
    (await protectedResources(reader, region)).get(id)?.lastBackupAt ?? null,
);
