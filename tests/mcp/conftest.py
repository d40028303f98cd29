"""Two tiny questions over the invented region, asked through the SDK's own client."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, Tool

from govkg.mcp.server import create_server
from govkg.query.catalogue import Catalogue, read_catalogue
from govkg.query.engine import Engine
from mcp import Client

T = TypeVar("T")
WORLD = Path(__file__).parent / "world"


class Session:
    """A client in the same process as the server; each call is a session of its own."""

    def __init__(self, engine: Engine, catalogue: Catalogue, mode: str = "auto") -> None:
        self._server, self._mode = create_server(engine, catalogue), mode

    def tools(self) -> dict[str, Tool]:
        """The tools by name."""

        async def listed(client: Client) -> dict[str, Tool]:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

        return self._in_session(listed)

    def call(self, tool: str, **arguments: object) -> CallToolResult:
        """What the tool gives; the client checks structured content against the tool's schema."""

        async def called(client: Client) -> CallToolResult:
            found = await client.call_tool(tool, arguments)
            assert isinstance(found, CallToolResult)
            return found

        return self._in_session(called)

    def answer(self, tool: str, **arguments: object) -> dict[str, Any]:
        """The structured content of a call that must succeed."""
        found = self.call(tool, **arguments)
        assert not found.is_error, found.content
        content = found.structured_content
        assert isinstance(content, dict)
        return content

    def error(self, tool: str, **arguments: object) -> str:
        """The text of a call that must fail."""
        found = self.call(tool, **arguments)
        assert found.is_error
        (part,) = found.content
        assert part.type == "text"
        return part.text

    def refusal(self, tool: str) -> str:
        """The message of a call that the protocol refuses."""

        async def refused(client: Client) -> str:
            with pytest.raises(MCPError) as caught:
                await client.call_tool(tool, {})
            return caught.value.message

        return self._in_session(refused)

    def _in_session(self, act: Callable[[Client], Awaitable[T]]) -> T:
        async def main() -> T:
            async with Client(self._server, mode=self._mode) as client:
                return await act(client)

        return asyncio.run(main())


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(WORLD / "queries")


@pytest.fixture(scope="session")
def session(world_engine: Engine, catalogue: Catalogue) -> Session:
    return Session(world_engine, catalogue)
