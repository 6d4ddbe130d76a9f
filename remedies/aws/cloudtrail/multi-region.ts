import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

interface Selectors {
  readonly basic?: readonly { readonly ReadWriteType: string; readonly IncludeManagementEvents: boolean }[];
  readonly advanced?: readonly {
    readonly FieldSelectors: readonly { readonly [field: string]: unknown }[];
  }[];
}

/** Whether all of the account's own management is recorded, but for the two sources that CloudTrail offers to leave out. */
function recordsManagement({ basic = [], advanced = [] }: Selectors): boolean {
  const managing = basic.filter((one) => one.IncludeManagementEvents);
  const takes = (other: string) => managing.some(({ ReadWriteType }) => ReadWriteType !== other);
  return (
    (takes('ReadOnly') && takes('WriteOnly')) ||
    advanced.some(({ FieldSelectors }) =>
      FieldSelectors.every(
        ({ Field, Equals, NotEquals }) =>
          (Field === 'eventCategory' && Array.isArray(Equals) && Equals.includes('Management')) ||
          (Field === 'eventSource' && NotEquals !== undefined),
      ),
    )
  );
}

export default defineRemedy({
  id: 'aws/cloudtrail/multi-region',
  title: 'Let one trail cover every region, and record',
  cures: ['aws/cloudtrail/multi-region', 'aws/cloudtrail/logging-on'],
  kind: 'aws.account',
  fact: 'trails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  preference: -1,
  desired: (trails) => {
    const able = Object.entries(trails).filter(([, { selectors }]) => recordsManagement(selectors));
    const [arn, trail] =
      able.find(([, { multiRegion }]) => multiRegion) ??
      able.find(([, { logging }]) => logging) ??
      able[0] ??
      [];
    if (arn === undefined || trail === undefined)
      return cannot(
        'no trail of the account records all management events: make one, as the steps for this finding say',
      );
    return to({ ...trails, [arn]: { ...trail, multiRegion: true, globalEvents: true, logging: true } });
  },
  consequences: (_facts, { before, after }) => {
    const changed = Object.keys(after).filter((arn) => before[arn] !== after[arn]);
    const others = Object.entries(before).filter(([arn, { logging }]) => logging && !changed.includes(arn));
    return [
      harmless("log files of every region are written to the trail's bucket"),
      ...(others.length > 0
        ? [
            uncertain(
              `${others.length === 1 ? 'another trail records' : `${others.length} other trails record`} too: AWS charges for every copy of an event after the first`,
            ),
          ]
        : []),
    ];
  },
});
