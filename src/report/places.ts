import type {TaskReference} from '../services/service.ts';

/** Where a task is looked for, as far as that is known, the narrowest place first. */
export function placesOf(
  {workspace, projectId, enterpriseProjectId}: TaskReference,
  region: string | undefined
): readonly (readonly [kind: string, name: string])[] {
  const places = {workspace, project: projectId, 'enterprise project': enterpriseProjectId, region};
  return Object.entries(places).flatMap(([kind, name]) => (name ? [[kind, name] as const] : []));
}
