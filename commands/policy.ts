import { policyMessage, writePolicyMessage } from '#src/chat/views/policy';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'policy',
  summary: 'Writes the permissions that a scan needs, or those that fixes need, computed from what is on.',
  examples: ['policy', 'policy --format terraform', 'policy --remediate format:cloudformation'],
  role: 'viewer',
  to: 'read the policies',
  args: {
    format: arg.choice('how it is written', ['json', 'cloudformation', 'terraform'], false, {
      initial: 'json',
    }),
    remediate: arg.flag('the write policy for the remediation role, instead of the read-only one'),
  },
  async run(values, { services }) {
    const format = values.format ?? 'json';
    if (values.remediate) return writePolicyMessage(services.policy.remediate(format), format);
    const enabled = services.checks.all().filter((c) => c.enabled).length;
    return policyMessage(services.policy.read(format), format, enabled);
  },
});
