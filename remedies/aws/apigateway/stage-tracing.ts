import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/apigateway/stage-tracing',
  title: 'Trace the requests of the stage with X-Ray',
  cures: ['aws/apigateway/stage-xray-tracing'],
  kind: 'aws.apigateway.stage',
  fact: 'tracing',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('requests are answered as before'),
    harmless('traces name the paths that were asked for, and X-Ray charges for them'),
  ],
});
