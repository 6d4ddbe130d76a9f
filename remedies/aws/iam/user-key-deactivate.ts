import { breaks, cannot, dayOf, daysSince, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/iam/user-key-deactivate',
  title: "Deactivate one of the user's two access keys",
  cures: ['aws/iam/two-active-keys'],
  kind: 'aws.iam.user',
  fact: 'keyStatuses',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  choice: {
    summary: "which key to deactivate, by its place in AWS's credential report: 1 is mostly the older",
    choices: ['1', '2'],
  },
  settings: { idleDays: 90 },
  considers: ['keyUses'],
  desired: (current, { choice }) =>
    choice !== null && current[choice] === 'Active'
      ? to({ ...current, [choice]: 'Inactive' as const })
      : cannot(`key ${choice} is not active: choose the other one`),
  consequences: ({ keyUses }, { before, after }, { now, settings: { idleDays } }) => {
    if (!keyUses.known) return [uncertain('when the keys were last used could not be read')];
    const off = Object.keys(after).filter((slot) => after[slot] !== before[slot]);
    return Object.entries(keyUses.value).map(([slot, use]) => {
      const last = use
        ? `key ${slot} was last used on ${dayOf(use.at)}, for ${use.service} in ${use.region}`
        : `IAM has no record that key ${slot} was ever used`;
      if (!off.includes(slot)) return harmless(`${last}; it stays as it is`);
      if (use === null) return harmless(`${last}, so nothing is known to stop working`);
      return daysSince(use.at, now) <= idleDays
        ? breaks(`${last}: whatever uses it would be refused`)
        : uncertain(`${last}: what uses it more rarely than that would be refused`);
    });
  },
});
