import { breaks, defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/lambda/url-signed-requests',
  title: "Have the function's web address answer signed requests only (AWS_IAM)",
  cures: ['aws/lambda/function-url-public'],
  kind: 'aws.lambda.function',
  fact: 'urls',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (urls) => to(urls.map((url) => ({ ...url, auth: 'AWS_IAM' }))),
  consequences: (_facts, { before }) => [
    ...before
      .filter(({ auth }) => auth === 'NONE')
      .map(({ alias }) =>
        breaks(
          `whoever calls the web address of ${alias === null ? 'the function' : `alias ${alias}`} without signing would be refused: browsers, webhooks, partners`,
        ),
      ),
    harmless('roles and users that sign their requests and may invoke the address are let in'),
  ],
});
