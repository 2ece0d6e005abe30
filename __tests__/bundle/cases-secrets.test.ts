import {afterAll, describe} from '@jest/globals';
import {testCases} from '../helpers/cases.ts';
import {stopAll} from '../helpers/server.ts';

afterAll(stopAll);

describe('what is never shown', () => testCases('secrets'));
