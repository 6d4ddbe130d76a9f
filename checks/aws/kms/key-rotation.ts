import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/key-rotation',
  title: 'Customer key rotates every year',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.kms.key',
  facts: ['description', 'rotation'],
  evaluate: ({ description, rotation }) => {
    if (description.managedBy === 'AWS') return notApplicable('AWS manages this key');
    if (rotation === null) return notApplicable(description.rotatesNot ?? 'KMS does not rotate this key');
    return rotation.enabled ? pass : fail('automatic rotation is off');
  },
});
