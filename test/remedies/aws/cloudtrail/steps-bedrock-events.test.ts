import guidance from '../../../../remedies/aws/cloudtrail/steps-bedrock-events.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
