import guidance from '../../../../remedies/aws/lambda/steps-vpc.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
