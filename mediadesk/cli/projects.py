"""``projects list|create|edit|set|archive|unarchive|delete|restore``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from uuid import UUID

from mediadesk.cli.console import confirm, one_line, say, write_json, write_table
from mediadesk.cli.documents import project_document
from mediadesk.cli.fallback import FORM, add_fallback_options, read_project_chains
from mediadesk.cli.options import add_json, add_library_options
from mediadesk.cli.session import open_session
from mediadesk.domain.errors import UsageError
from mediadesk.domain.ids import AssetId, ProjectId, parse_uuid
from mediadesk.domain.money import format_usd
from mediadesk.domain.projects import Project


def add_command(name: str, parser: ArgumentParser) -> None:
    """Fill the parser of ``projects``."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="all projects")
    listing.add_argument("--archived", action="store_true", help="archived ones too")
    listing.set_defaults(run=list_projects)
    create = actions.add_parser("create", help="make a project")
    create.add_argument("name", metavar="NAME")
    create.add_argument("--description", metavar="TEXT", default="")
    create.set_defaults(run=create_project)
    edit = actions.add_parser("edit", help="change name, description or picture")
    edit.add_argument("project", metavar="NAME", help="name or id")
    edit.add_argument("--name", metavar="NEW")
    edit.add_argument("--description", metavar="TEXT")
    edit.add_argument("--thumbnail", metavar="ID", help="a result to be the project's picture")
    edit.set_defaults(run=edit_project)
    settings = actions.add_parser("set", help="set the fallback chain of a project's runs")
    settings.add_argument("project", metavar="NAME", help="name or id")
    add_fallback_options(settings, "take the chain away")
    settings.set_defaults(run=set_project)
    for action, help_text in (
        ("archive", "put a project away"),
        ("unarchive", "take it out again"),
        ("delete", "hide a project and its items"),
        ("restore", "bring a deleted project and its items back"),
    ):
        command = actions.add_parser(action, help=help_text)
        command.add_argument("project", metavar="NAME", help="name or id")
        command.set_defaults(run=_CHANGES[action])
        if action == "delete":
            command.add_argument("--yes", action="store_true", help="do not ask")
    for command in actions.choices.values():
        add_json(command)
        add_library_options(command)


async def list_projects(arguments: Namespace) -> int:
    """Print the projects."""
    async with open_session(arguments) as services:
        projects = await services.projects.list(include_archived=arguments.archived)
    if arguments.json:
        write_json({"projects": [project_document(project) for project in projects]})
        return 0
    write_table(
        ("id", "items", "spent", "budget", "name"),
        [
            (
                str(project.id),
                str(project.item_count),
                format_usd(project.spent_micro),
                "" if project.budget_micro is None else format_usd(project.budget_micro),
                one_line(project.name, 60) + (" (archived)" if project.is_archived else ""),
            )
            for project in projects
        ],
    )
    return 0


async def create_project(arguments: Namespace) -> int:
    """Make a project."""
    async with open_session(arguments) as services:
        project = await services.projects.create(arguments.name, arguments.description)
    return _report(arguments, project, "Created")


async def edit_project(arguments: Namespace) -> int:
    """Change a project."""
    if arguments.name is None and arguments.description is None and arguments.thumbnail is None:
        raise UsageError("Nothing to change.", "Give --name, --description or --thumbnail.")
    thumbnail = None if arguments.thumbnail is None else AssetId(parse_uuid(arguments.thumbnail))
    async with open_session(arguments) as services:
        project = await services.projects.find(arguments.project)
        await services.projects.edit(
            project.id,
            name=arguments.name,
            description=arguments.description,
            thumbnail_asset_id=thumbnail,
        )
        project = await services.projects.get(project.id)
    return _report(arguments, project, "Changed")


async def set_project(arguments: Namespace) -> int:
    """Set the fallback chain of a project."""
    if not arguments.fallback and not arguments.no_fallback:
        raise UsageError("Nothing to set.", f"Give --fallback {FORM}, or --no-fallback.")
    async with open_session(arguments) as services:
        project = await services.projects.find(arguments.project)
        chains = await read_project_chains(services, arguments.fallback or ())
        project = await services.projects.set_fallback(project.id, chains)
    return _report(arguments, project, "Set")


async def archive_project(arguments: Namespace) -> int:
    """Put a project away."""
    return await _archive(arguments, True)


async def unarchive_project(arguments: Namespace) -> int:
    """Take a project out of the archive."""
    return await _archive(arguments, False)


async def _archive(arguments: Namespace, archived: bool) -> int:
    async with open_session(arguments) as services:
        project = await services.projects.find(arguments.project)
        await services.projects.archive(project.id, archived)
        project = await services.projects.get(project.id)
    return _report(arguments, project, "Archived" if archived else "Unarchived")


async def delete_project(arguments: Namespace) -> int:
    """Hide a project and its items."""
    async with open_session(arguments) as services:
        project = await services.projects.find(arguments.project)
        question = f"Delete “{project.name}” with its {project.item_count} items?"
        if not confirm(question, is_agreed=arguments.yes or project.item_count == 0):
            return 0
        await services.projects.delete(project.id)
        project = await services.projects.get(project.id)
    say(f"“mediadesk projects restore {project.id}” brings it back.")
    return _report(arguments, project, "Deleted")


async def restore_project(arguments: Namespace) -> int:
    """Bring a deleted project back."""
    async with open_session(arguments) as services:
        project_id = _id(arguments.project)
        if project_id is None:
            raise UsageError(
                "A deleted project is named by its id.", "“mediadesk projects delete” told it."
            )
        await services.projects.restore(ProjectId(project_id))
        project = await services.projects.get(ProjectId(project_id))
    return _report(arguments, project, "Restored")


_CHANGES = {
    "archive": archive_project,
    "unarchive": unarchive_project,
    "delete": delete_project,
    "restore": restore_project,
}


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _report(arguments: Namespace, project: Project, done: str) -> int:
    if arguments.json:
        write_json(project_document(project))
    else:
        say(f"{done}: {project.name} ({project.id}).")
    return 0
