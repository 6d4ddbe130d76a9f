import { policyMessage } from '#src/chat/views/policy';
import { arg, defineCommand } from '#src/command';

export default defineCommand({
  name: 'policy',
  summary: 'Writes the read-only permissions that a scan needs, computed from the checks that are on.',
  examples: ['policy', 'policy --format terraform', 'policy format:cloudformation'],
  role: 'viewer',
  to: 'read the scan policy',
  args: {
    format: arg.choice('how it is written', ['json', 'cloudformation', 'terraform'], false, {
      initial: 'json',
    }),
  },
  async run(values, { services }) {
    const format = values.format ?? 'json';
    const enabled = services.checks.all().filter((c) => c.enabled).length;
    return policyMessage(services.policy.read(format), format, enabled);
  },
});
