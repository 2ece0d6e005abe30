import type {Text} from '../../text.ts';

export const invalidToken: Text = {
  en: 'Give a fresh token: the service says that this one is invalid.',
  zh: '提供新的 Token：服务认为当前的 Token 无效。'
};
