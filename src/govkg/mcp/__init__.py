"""The saved questions as tools of a Model Context Protocol server. Needs the extra `mcp`; one module imports the SDK."""
