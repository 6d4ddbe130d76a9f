import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/ami-encrypted',
  title: 'Every disk of the machine image is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.ec2.image',
  facts: ['disks'],
  evaluate({ disks }) {
    if (disks.length === 0) return notApplicable('the image has no EBS snapshot');
    const plain = disks.filter(({ encrypted }) => !encrypted).map(({ device }) => device);
    return plain.length === 0 ? pass : fail(`not encrypted: ${plain.join(', ')}`);
  },
});
