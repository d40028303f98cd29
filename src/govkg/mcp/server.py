"""The protocol: the tools over standard input and output. The one module that imports the SDK (modelcontextprotocol.io)."""

import asyncio
import json
from difflib import get_close_matches

from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp.types import Tool as Described

from govkg import __version__
from govkg.core.errors import GovkgError
from govkg.mcp.tools import Tool, tools
from govkg.query.catalogue import Catalogue
from govkg.query.engine import Engine

ABOUT = (
    "How Finland's regions are governed: bodies, tasks, responsibilities and cooperation, read from five Finnish documents. "
    "In a row, `values` are the columns (a thing has its label in x and its IRI in x_iri); `quotes` are the verbatim words that "
    "it rests on: show them. `answer` tells silence (not stated) from a stated absence; `status` tells what is proposed or "
    "planned from what is in the rules; `standing` marks snapshots, proposals, and documents of a reform that lapsed in 2019. "
    "The `answer` of the whole tells why there is no row: not-read (no document was read for it), not-stated (read, and silent), limits, none; "
    "`sentence` says it in words. An empty answer is never a “no”. "
    "`total` counts all rows; when `cut` is true there are more after these: ask again with `offset`. `explain` takes a claim_iri."
)
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
Context = ServerRequestContext[dict[str, object]]


def create_server(engine: Engine, catalogue: Catalogue) -> Server[dict[str, object]]:
    """The server with its tools."""
    known = tools(engine, catalogue)
    described = [_described(tool) for tool in known.values()]

    async def list_tools(ctx: Context, params: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=described)

    async def call_tool(ctx: Context, params: CallToolRequestParams) -> CallToolResult:
        tool = known.get(params.name)
        if tool is None:
            near = get_close_matches(params.name, known, n=3, cutoff=0.4) or list(known)
            raise MCPError(INVALID_PARAMS, f"there is no tool `{params.name}`; nearest: {', '.join(near)}")
        return await asyncio.to_thread(_called, tool, params.arguments or {})

    return Server(
        "govkg",
        version=__version__,
        title="govkg",
        instructions=ABOUT,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def serve(engine: Engine, catalogue: Catalogue) -> None:
    """Answer over standard input and output until the input ends."""
    asyncio.run(_serve(create_server(engine, catalogue)))


async def _serve(server: Server[dict[str, object]]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def _called(tool: Tool, given: dict[str, object]) -> CallToolResult:
    """The answer, or what is wrong with the arguments, told so that a model can mend them (protocol, Tools, Error Handling)."""
    try:
        answer = tool.call(given)
    except GovkgError as error:
        return CallToolResult(content=[TextContent(text=str(error))], is_error=True)
    text = json.dumps(answer, ensure_ascii=False)  # for clients that read no structured content
    return CallToolResult(content=[TextContent(text=text)], structured_content=answer)


def _described(tool: Tool) -> Described:
    return Described(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.takes,
        output_schema=tool.gives,
        annotations=READS,
    )
