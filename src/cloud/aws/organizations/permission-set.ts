import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { codeOf, fromCall, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface PermissionSet extends Subject {
  readonly instance: string;
}

type Center = Awaited<ReturnType<typeof open>>;
const open = (reader: AwsReader, region: string) => reader.service('identityCenter', region);

/** An instance of one account has no permission sets, and AWS calls the question itself wrong there. */
async function* setsOf(center: Center, InstanceArn: string): AsyncIterable<string> {
  const sets = center.paginateListPermissionSets({ InstanceArn, MaxResults: 100 });
  try {
    yield* itemsOf(sets, (page) => page.PermissionSets, 'ListPermissionSets');
  } catch (error) {
    if (codeOf(error) !== 'ValidationException') throw error;
  }
}

/**
 * The permission sets of the account's own IAM Identity Center. Member accounts see the organization's instance too, and
 * may not ask it: there its sets are found where the instance lives.
 */
async function* list(reader: AwsReader, region: string): AsyncIterable<PermissionSet> {
  const center = await open(reader, region);
  const instances = itemsOf(center.paginateListInstances({}), (page) => page.Instances, 'ListInstances');
  for await (const { InstanceArn, OwnerAccountId, PrimaryRegion, Status = 'ACTIVE' } of instances) {
    if (present(OwnerAccountId, 'the owner') !== reader.identity.id || Status !== 'ACTIVE') continue;
    // Every region to which it was replicated shows the same instance.
    if (PrimaryRegion && PrimaryRegion !== region && reader.regions.includes(PrimaryRegion)) continue;
    const instance = present(InstanceArn, 'the instance');
    for await (const id of setsOf(center, instance)) yield { id, region, instance };
  }
}

/** `PT8H30M` in hours. */
function hoursOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  const total = Number(days) * 24 + Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (total === 0) throw new CloudError('unsupported', 'the session duration was not understood');
  return total;
}

/** Where none is set, a session lasts one hour. */
const unsaidHours = 1;

export const permissionSet = {
  title: 'Permission set of IAM Identity Center',
  scope: 'regional',
  permissions: ['sso:ListInstances', 'sso:ListPermissionSets'],
  pattern: ({ partition }) => `arn:${partition}:sso:::permissionSet/*`,
  list,
  facts: {
    sessionOf: fromCall(['sso:DescribePermissionSet'], async (reader, set: PermissionSet) => {
      const center = await open(reader, set.region);
      const ask = { InstanceArn: set.instance, PermissionSetArn: set.id };
      const { PermissionSet } = await center.describePermissionSet(ask);
      const { Name, SessionDuration } = present(PermissionSet, 'the permission set');
      return {
        name: present(Name, 'the name'),
        hours: SessionDuration === undefined ? unsaidHours : hoursOf(SessionDuration),
      };
    }),
  },
} as const satisfies ResourceKind<PermissionSet>;
