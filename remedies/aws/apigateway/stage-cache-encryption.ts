import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/apigateway/stage-cache-encryption',
  title: 'Encrypt the answers that the stage keeps',
  cures: ['aws/apigateway/stage-cache-encryption'],
  kind: 'aws.apigateway.stage',
  fact: 'cacheEncryption',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (by) => to(Object.fromEntries(Object.keys(by).map((method) => [method, true]))),
  consequences: () => [
    harmless('what is in the cache now is dropped, so the backend is asked more often for a while'),
    harmless('requests are answered as before'),
  ],
});
