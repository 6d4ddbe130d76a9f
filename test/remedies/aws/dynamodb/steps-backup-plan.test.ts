import guidance from '../../../../remedies/aws/dynamodb/steps-backup-plan.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
