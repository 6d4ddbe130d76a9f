import { cannot, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudtrail/logging-start',
  title: 'Start logging again',
  cures: ['aws/cloudtrail/logging-on'],
  kind: 'aws.account',
  fact: 'trails',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (trails) => {
    if (Object.values(trails).some(({ logging }) => logging))
      return cannot('a trail of the account is on already');
    // One is enough, and each further copy of the events costs: the one that covers the most.
    const stopped = Object.entries(trails).filter(([, { logging }]) => !logging);
    const [arn, trail] = stopped.find(([, { multiRegion }]) => multiRegion) ?? stopped[0] ?? [];
    if (arn === undefined || trail === undefined)
      return cannot('the account has no trail that is stopped: make one, as the steps for this finding say');
    return to({ ...trails, [arn]: { ...trail, logging: true } });
  },
  consequences: () => [
    harmless(
      "log files are written to the trail's bucket from now on; what happened while it was stopped stays unrecorded",
    ),
  ],
});
