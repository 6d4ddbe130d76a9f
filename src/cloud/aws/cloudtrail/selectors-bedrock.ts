import type { AdvancedEventSelector, GetEventSelectorsCommandOutput } from '@aws-sdk/client-cloudtrail';
import { type Recorded, recorded, type Share } from './selectors.ts';

/** What a trail records of the use of generative-AI models through Bedrock. */
export interface BedrockRecorded {
  /** InvokeModel and Converse: CloudTrail counts them among the management events. */
  readonly modelCalls: Share;
  /** What runs a model on somebody's behalf: data events, of types that only advanced selectors know. */
  readonly agentCalls: Share;
}

/** Source: CloudTrail User Guide, "Logging data events", resource types of Bedrock that run a model. */
const types = [
  'AWS::Bedrock::Model',
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::InlineAgent',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::KnowledgeBase',
] as const;

type Selectors = Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>;

export type AllRecorded = Recorded & BedrockRecorded;

export function allRecorded(selectors: Selectors, ownLogs: readonly string[]): AllRecorded {
  const known = recorded(selectors, ownLogs);
  return { ...known, modelCalls: modelCalls(known), agentCalls: agentCalls(selectors) };
}

function modelCalls({ managementReads, managementWrites }: Recorded): Share {
  if (managementReads === managementWrites) return managementReads;
  return 'some';
}

function agentCalls({ AdvancedEventSelectors = [] }: Selectors): Share {
  const of = AdvancedEventSelectors.flatMap((selector) => typeOf(selector) ?? []);
  const whole = types.filter((type) => of.some((one) => one.type === type && one.whole));
  if (whole.length === types.length) return 'all';
  return of.length > 0 ? 'some' : 'none';
}

/** Any field besides the kind of event narrows a selector. */
function typeOf({ FieldSelectors = [] }: AdvancedEventSelector) {
  const equals = (name: string) => FieldSelectors.find(({ Field }) => Field === name)?.Equals ?? [];
  const type = equals('resources.type').find((one) => one.startsWith('AWS::Bedrock::'));
  if (type === undefined || !equals('eventCategory').includes('Data')) return null;
  const whole = FieldSelectors.every(({ Field }) => Field === 'eventCategory' || Field === 'resources.type');
  return { type, whole };
}
