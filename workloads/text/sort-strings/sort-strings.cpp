// Sorting strings: the lines of the standard input, sorted by std::sort.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

constexpr std::size_t BLOCK = 64 * 1024;

// All of a stream.
std::string read_all(std::istream &input) {
    std::string text;
    std::vector<char> block(BLOCK);
    while (input.read(block.data(), BLOCK) || input.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(input.gcount()));
    }
    if (input.bad()) {
        throw std::runtime_error("the input cannot be read");
    }
    return text;
}

// The lines of a text. The last one need not have a line feed.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

// Hash of the length and the last byte of each line, in order.
std::uint32_t digest(const std::vector<std::string_view> &lines) {
    std::uint32_t hash = 0;
    for (const std::string_view line : lines) {
        const auto last = static_cast<unsigned char>(line.empty() ? '\0' : line.back());
        hash = 31 * hash + 256 * static_cast<std::uint32_t>(line.size()) + last;
    }
    return hash;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 ? parse(argv[1]) : std::nullopt;
    if (!size) {
        std::cerr << "usage: sort-strings <words> < input\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const std::string text = read_all(std::cin);
    auto lines = split(text);
    const auto start = std::chrono::steady_clock::now();
    std::sort(lines.begin(), lines.end());
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << lines.size() << '\n' << digest(lines) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "sort-strings: " << error.what() << '\n';
    return 1;
}
