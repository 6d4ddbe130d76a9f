import guidance from '../../../../remedies/aws/lambda/steps-dead-letter-queue.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
