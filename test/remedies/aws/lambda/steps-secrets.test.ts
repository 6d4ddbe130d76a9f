import guidance from '../../../../remedies/aws/lambda/steps-secrets.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
