// Sorting integers: read as text from the standard input and sorted by std::sort.
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

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// The numbers of a text, between which there is white space.
std::vector<std::uint32_t> numbers_of(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    const char *const end = text.data() + text.size();
    const char *place = std::find_if_not(text.data(), end, is_space);
    while (place != end) {
        std::uint32_t number = 0;
        const auto [after, error] = std::from_chars(place, end, number);
        if (error != std::errc() || (after != end && !is_space(*after))) {
            throw std::runtime_error("the input is not whole numbers");
        }
        numbers.push_back(number);
        place = std::find_if_not(after, end, is_space);
    }
    return numbers;
}

std::uint32_t digest(const std::vector<std::uint32_t> &numbers) {
    std::uint32_t hash = 0;
    for (const std::uint32_t number : numbers) {
        hash = 31 * hash + number;
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
        std::cerr << "usage: sort-integers <integers> < input\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const auto start = std::chrono::steady_clock::now();
    auto numbers = numbers_of(read_all(std::cin));
    std::sort(numbers.begin(), numbers.end());
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << numbers.size() << '\n' << digest(numbers) << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "sort-integers: " << error.what() << '\n';
    return 1;
}
