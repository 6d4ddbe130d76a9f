import { breaks, dayOf, daysSince, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/iam/access-key-deactivate',
  title: 'Deactivate the access key',
  cures: [
    'aws/iam/access-key-unused',
    'aws/iam/access-key-age',
    'aws/iam/access-key-expiry-notice',
    'aws/leaver/key-still-active',
  ],
  kind: 'aws.iam.accessKey',
  fact: 'status',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { idleDays: 90 },
  considers: ['use'],
  desired: () => to('Inactive' as const),
  consequences: ({ use }, _change, { now, settings: { idleDays } }) => {
    if (!use.known) return [uncertain('when the key was last used could not be read')];
    if (use.value === null)
      return [harmless('IAM has no record that the key was ever used, so nothing is known to stop working')];
    const { at, service, region } = use.value;
    const last = `the key was last used on ${dayOf(at)}, for ${service} in ${region}`;
    return daysSince(at, now) <= idleDays
      ? [breaks(`${last}: whatever uses it would be refused`)]
      : [uncertain(`${last}: what uses it more rarely than that would be refused`)];
  },
});
