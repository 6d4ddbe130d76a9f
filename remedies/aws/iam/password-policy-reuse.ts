import { cannot, defineRemedy, harmless, to } from '#src/remedy';
import { unlessOwn } from './password-policy-min-length.ts';

/** What AWS remembers at most. */
const most = 24;

export default defineRemedy({
  id: 'aws/iam/password-policy-reuse',
  title: 'Refuse passwords that were used before',
  cures: ['aws/iam/password-policy-reuse'],
  kind: 'aws.account',
  fact: 'passwordPolicySettings',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { remembered: 24 },
  desired: (current, { settings: { remembered } }) => {
    if (remembered > most)
      return cannot(`AWS remembers ${most} passwords at most, and ${remembered} are asked for`);
    const policy = current ?? unlessOwn;
    return to({ ...policy, remembered: Math.max(policy.remembered ?? 0, remembered) });
  },
  consequences: () => [
    harmless('passwords that are set today stay good; the rule counts when one is changed'),
  ],
});
