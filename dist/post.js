#!/usr/bin/env node
import "./post/index.js";
