import {messageService} from '../families/dms.ts';

/** A background task of a RabbitMQ instance: plug-ins that are enabled, say. */
export const rabbitmq = messageService({
  name: 'rabbitmq',
  title: {en: 'Distributed Message Service for RabbitMQ', zh: '分布式消息服务 RabbitMQ 版'},
  client: 'rabbitmq.v2'
});
