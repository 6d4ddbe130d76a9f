import type {
  AdvancedEventSelector,
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsCommandOutput,
} from '@aws-sdk/client-cloudtrail';

/** How much of one kind of event a trail records. */
export type Share = 'all' | 'some' | 'none';

type Selectors = Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>;

export interface Recorded {
  readonly managementReads: Share;
  readonly managementWrites: Share;
  readonly objectReads: Share;
  readonly objectWrites: Share;
}

export const most = (shares: readonly Share[]): Share =>
  shares.includes('all') ? 'all' : shares.includes('some') ? 'some' : 'none';

/**
 * What a trail's selectors, basic or advanced, let it record. Each event needs only one selector that takes it, so the
 * widest selector decides; several narrow ones together are still `some`. `ownLogs` are the buckets whose exclusion
 * leaves a gap that AWS advises: the trail's own log files.
 */
export function recorded(selectors: Selectors, ownLogs: readonly string[]): Recorded {
  const each = [
    ...(selectors.EventSelectors ?? []).map(basic),
    ...(selectors.AdvancedEventSelectors ?? []).map((selector) => advanced(selector, ownLogs)),
  ];
  return {
    managementReads: most(each.map((one) => one.managementReads)),
    managementWrites: most(each.map((one) => one.managementWrites)),
    objectReads: most(each.map((one) => one.objectReads)),
    objectWrites: most(each.map((one) => one.objectWrites)),
  };
}

/** The selectors that do not leave out the management events of this source, as they may KMS's. */
export const takingFrom = (source: string, selectors: Selectors): Selectors => ({
  EventSelectors: (selectors.EventSelectors ?? []).filter(
    ({ ExcludeManagementEventSources }) => !ExcludeManagementEventSources?.includes(source),
  ),
  AdvancedEventSelectors: (selectors.AdvancedEventSelectors ?? []).filter(
    ({ FieldSelectors }) =>
      !FieldSelectors?.some(({ Field, NotEquals }) => Field === 'eventSource' && NotEquals?.includes(source)),
  ),
});

const everyBucket = /^arn:[\w-]+:s3(?::::)?$/;

function basic({ ReadWriteType, IncludeManagementEvents, DataResources }: EventSelector): Recorded {
  const reads = ReadWriteType !== 'WriteOnly';
  const writes = ReadWriteType !== 'ReadOnly';
  const management: Share = IncludeManagementEvents === false ? 'none' : 'all';
  const buckets = (DataResources ?? [])
    .filter(({ Type }) => Type === 'AWS::S3::Object')
    .flatMap(({ Values }) => Values ?? []);
  const objects: Share =
    buckets.length === 0 ? 'none' : buckets.some((arn) => everyBucket.test(arn)) ? 'all' : 'some';
  return {
    managementReads: reads ? management : 'none',
    managementWrites: writes ? management : 'none',
    objectReads: reads ? objects : 'none',
    objectWrites: writes ? objects : 'none',
  };
}

const nothing: Recorded = {
  managementReads: 'none',
  managementWrites: 'none',
  objectReads: 'none',
  objectWrites: 'none',
};

/** All fields of one advanced selector must hold: every field besides the kind of event narrows it. */
function advanced({ FieldSelectors }: AdvancedEventSelector, ownLogs: readonly string[]): Recorded {
  const fields = FieldSelectors ?? [];
  const category = fields.find(({ Field }) => Field === 'eventCategory')?.Equals ?? [];
  const reads = takes(fields, 'true');
  const writes = takes(fields, 'false');
  if (category.includes('Management')) {
    const share: Share = fields.every((field) => isKind(field) || leavesOutNoise(field)) ? 'all' : 'some';
    return { ...nothing, managementReads: reads ? share : 'none', managementWrites: writes ? share : 'none' };
  }
  const type = fields.find(({ Field }) => Field === 'resources.type')?.Equals ?? [];
  if (!category.includes('Data') || !type.includes('AWS::S3::Object')) return nothing;
  const share: Share = fields.every((field) => isKind(field) || isEveryBucket(field, ownLogs))
    ? 'all'
    : 'some';
  return { ...nothing, objectReads: reads ? share : 'none', objectWrites: writes ? share : 'none' };
}

const isKind = ({ Field }: AdvancedFieldSelector) =>
  Field === 'eventCategory' || Field === 'resources.type' || Field === 'readOnly';

function takes(fields: readonly AdvancedFieldSelector[], readOnly: 'true' | 'false'): boolean {
  const field = fields.find(({ Field }) => Field === 'readOnly');
  if (!field) return true;
  return (field.Equals?.includes(readOnly) ?? true) && !field.NotEquals?.includes(readOnly);
}

/** The two sources that CloudTrail offers to leave out, for their volume. */
const leavesOutNoise = (field: AdvancedFieldSelector) =>
  field.Field === 'eventSource' &&
  only(field, 'NotEquals') &&
  (field.NotEquals ?? []).every((source) => /^(kms|rdsdata)\.amazonaws\.com$/.test(source));

function isEveryBucket(field: AdvancedFieldSelector, ownLogs: readonly string[]): boolean {
  if (field.Field !== 'resources.ARN') return false;
  if (only(field, 'StartsWith')) return (field.StartsWith ?? []).some((arn) => everyBucket.test(arn));
  const leftOut = [...(field.NotStartsWith ?? []), ...(field.NotEquals ?? [])];
  return only(field, 'NotStartsWith', 'NotEquals') && leftOut.every((arn) => ownLogs.includes(bucketOf(arn)));
}

const bucketOf = (arn: string) => arn.split(':')[5]?.split('/')[0] ?? '';

const operators = ['Equals', 'StartsWith', 'EndsWith', 'NotEquals', 'NotStartsWith', 'NotEndsWith'] as const;
type Operator = (typeof operators)[number];
const only = (field: AdvancedFieldSelector, ...allowed: readonly Operator[]) =>
  operators.every((operator) => allowed.includes(operator) || !field[operator]?.length);
