import { cannot, defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/config/recorder-start',
  title: 'Start the recorder of AWS Config again',
  cures: ['aws/config/recorder-on'],
  kind: 'aws.region',
  fact: 'configRecording',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (recording) => {
    if (recording === null)
      return cannot('the region has no recorder: make one, as the steps for this finding say');
    if (recording.on) return cannot('the recorder runs already, and something else keeps its history away');
    return to({ ...recording, on: true });
  },
  consequences: () => [
    uncertain(
      'AWS charges about 0.003 USD for every change that is recorded; how many there will be cannot be told from here',
    ),
  ],
});
