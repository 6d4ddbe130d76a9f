import guidance from '../../../../remedies/aws/secretsmanager/steps-unused.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
