import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/lambda/dead-letter-queue',
  title: 'Keep the events that the function could not handle in a queue',
  cures: ['aws/lambda/dead-letter-queue'],
  kind: 'aws.lambda.function',
  fact: 'deadLetterTarget',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  preference: 1,
  /** The ARN of a queue or topic; {account} and {region} stand for those of the function. */
  settings: { targetArn: '' },
  desired(target, { settings: { targetArn }, account, subject: { region } }) {
    if (target !== null) return to(target);
    if (targetArn === '')
      return cannot(
        'no queue is configured: set remediation.settings."aws/lambda/dead-letter-queue".targetArn to the ARN of one',
      );
    const filled = (template: string) =>
      template.replaceAll('{account}', account).replaceAll('{region}', region);
    return to(filled(targetArn));
  },
  consequences: (_facts, { after }) => [
    harmless('calls are answered as before'),
    uncertain(`Lambda refuses the change unless the role of the function may send to ${after}`),
    harmless('failed events carry what the caller sent, so the queue needs the same protection as that'),
  ],
});
