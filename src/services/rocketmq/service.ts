import {messageService} from '../families/dms.ts';

/** A background task of a RocketMQ instance: consumer groups that are changed in a batch, say. */
export const rocketmq = messageService({
  name: 'rocketmq',
  title: {en: 'Distributed Message Service for RocketMQ', zh: '分布式消息服务 RocketMQ 版'},
  client: 'rocketmq.v2'
});
