import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/snapshot-account-block',
  title: 'The region blocks all public sharing of snapshots',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.region',
  facts: ['snapshotBlock'],
  evaluate({ snapshotBlock: { state } }) {
    if (state === 'block-all-sharing') return pass;
    if (state === 'block-new-sharing')
      return fail('only new public sharing is blocked: what was public before stays so');
    return fail('public sharing of snapshots is not blocked');
  },
});
