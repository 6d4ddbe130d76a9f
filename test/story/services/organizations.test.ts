import type { Call } from '../../kit/aws/proxy.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const headers = { 'content-type': 'application/x-amz-json-1.1' };
const effective = (PolicyType: string, content: object) =>
  answer(
    200,
    headers,
    JSON.stringify({
      EffectivePolicy: {
        PolicyContent: JSON.stringify(content),
        LastUpdatedTimestamp: 1_760_000_000.5,
        TargetId: '123456789012',
        PolicyType,
      },
    }),
  );
const asks = (type: string) => (call: Call) =>
  call.operation === 'DescribeEffectivePolicy' && call.key.includes(type);
const ai = 'AISERVICES_OPT_OUT_POLICY';
const tags = 'TAG_POLICY';

tellService({
  title: "the organization's policies, as AWS answers them to a member",
  checks: ['aws/org/'],
  seed: async () => {},
  recorded(proxy) {
    const services = {
      default: { opt_out_policy: 'optOut' },
      polly: { opt_out_policy: 'optOut' },
    };
    proxy.rule({ match: asks(ai), fault: effective(ai, { services }) });
    const dataClass = { tag_key: 'DataClassification', tag_value: ['PHI', 'none'] };
    proxy.rule({ match: asks(tags), fault: effective(tags, { tags: { dataclassification: dataClass } }) });
  },
  expects: {
    'aws/org/ai-services-opt-out': { pass: ['test'] },
    'aws/org/tag-policy-attached': { pass: ['test'] },
  },
});

const refuses = (code: string) =>
  answer(400, headers, JSON.stringify({ __type: code, Message: 'If you say so.' }));

tellService({
  title: 'an organization with half a policy',
  checks: ['aws/org/'],
  seed: async () => {},
  recorded(proxy) {
    const services = { rekognition: { opt_out_policy: 'optOut' } };
    proxy.rule({ match: asks(ai), fault: effective(ai, { services }) });
    proxy.rule({ match: asks(tags), fault: refuses('EffectivePolicyNotFoundException') });
  },
  expects: {
    'aws/org/ai-services-opt-out': { fail: ['test'] },
    'aws/org/tag-policy-attached': { fail: ['test'] },
  },
});

tellService({
  title: 'an account in no organization',
  checks: ['aws/org/'],
  seed: async () => {},
  recorded(proxy) {
    proxy.rule({
      operation: 'DescribeEffectivePolicy',
      fault: refuses('AWSOrganizationsNotInUseException'),
    });
  },
  expects: {
    'aws/org/ai-services-opt-out': { fail: ['test'] },
    'aws/org/tag-policy-attached': { notApplicable: ['test'] },
  },
});
