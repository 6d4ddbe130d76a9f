import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/key-rotation',
  title: 'Customer key rotates every year',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.kms.key',
  facts: ['description', 'rotation'],
  settings: { maxDays: 365 },
  evaluate: ({ description, rotation }, { settings: { maxDays } }) => {
    if (description.managedBy === 'AWS') return notApplicable('AWS manages this key');
    if (rotation === null) return notApplicable(description.rotatesNot ?? 'KMS does not rotate this key');
    const { enabled, everyDays } = rotation;
    const where = description.replicaOf ? `; it is set at the primary key in ${description.replicaOf}` : '';
    if (!enabled) return fail(`automatic rotation is off${where}`);
    if (everyDays === undefined || everyDays <= maxDays) return pass;
    return fail(`the key rotates only every ${everyDays} days${where}`);
  },
});
