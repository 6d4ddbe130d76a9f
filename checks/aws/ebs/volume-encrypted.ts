import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/volume-encrypted',
  title: 'Volume is encrypted',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(c)(1)',
    '164.312(c)(2)',
    '164.312(e)(2)(ii)',
  ],
  kind: 'aws.ebs.volume',
  facts: ['encrypted', 'attachedTo'],
  evaluate({ encrypted, attachedTo }) {
    if (encrypted) return pass;
    const where = attachedTo.length > 0 ? `attached to ${attachedTo.join(', ')}` : 'attached to no instance';
    return fail(`not encrypted; ${where}`);
  },
});
