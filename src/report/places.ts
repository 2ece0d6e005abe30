import type {Service, TaskReference} from '../services/service.ts';
import type {Message} from '../text.ts';

/** Where a task is searched for, as far as that is known, the narrowest place first. */
export function placesOf(
  {workspace, projectId, enterpriseProjectId}: TaskReference,
  region: string | undefined,
  {usualWorkspace}: Pick<Service, 'usualWorkspace'>
): readonly Message[] {
  const places: readonly (Message | undefined)[] = [
    workspace !== undefined
      ? words => words.places.workspace(workspace)
      : usualWorkspace && (words => words.places.workspaceUnset(usualWorkspace)),
    projectId ? words => words.places.project(projectId) : undefined,
    enterpriseProjectId && (words => words.places.enterpriseProject(enterpriseProjectId)),
    region && (words => words.places.region(region))
  ];
  return places.filter(place => place !== undefined && place !== '') as readonly Message[];
}
