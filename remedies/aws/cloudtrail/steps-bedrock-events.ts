import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudtrail/steps-bedrock-events',
  title: 'Let a trail record the use of Bedrock',
  cures: ['aws/cloudtrail/bedrock-events'],
  why: 'Without a trail of every region that records management events there is nothing to add to.',
  steps: [
    'Let one trail cover every region and record all management events: calls of models (InvokeModel, Converse) are among them.',
    'In CloudTrail, the trail, Data events, Edit, switch to advanced event selectors. It takes what the basic ones say along.',
    'Add a data event type for each of Bedrock model, agent alias, inline agent, flow alias and knowledge base, with the template Log all events.',
    'What is asked and answered is not in these events: model invocation logging of Bedrock keeps that, and it may be PHI.',
  ],
});
