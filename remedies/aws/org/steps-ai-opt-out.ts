import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/org/steps-ai-opt-out',
  title: "Opt out of the AI services' use of content",
  cures: ['aws/org/ai-services-opt-out'],
  why: "The policy is the organization's and holds for every account of it, while what is agreed to here is agreed to for one account. It is made in the management account, or by a delegated administrator.",
  steps: [
    'An account in no organization makes one first: AWS Organizations, Create an organization. It costs nothing.',
    'In AWS Organizations, in the management account, open Policies and turn on AI services opt-out policies.',
    "Choose Opt out from all services: AWS makes the policy and attaches it to the organization's root.",
    'Take out any opt_out_policy of optIn that another policy sets for a service.',
    'See in a member account: aws organizations describe-effective-policy --policy-type AISERVICES_OPT_OUT_POLICY.',
  ],
});
